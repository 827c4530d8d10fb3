package dev.kycport.benchmarks;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.kycport.adapter.deepvue.DeepvueConfig;
import dev.kycport.adapter.deepvue.DeepvueProviderFactory;
import dev.kycport.adapter.feign.HttpSettings;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.store.ConsentProof;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The cost of one verify-otp call with a 60 KB photo through the gateway, up to a {@code VerifiedIdentity}, compared with the
 * same HTTP client and plain Jackson records. The warm-up is long, since the JVM compiles code that runs once in a call only after
 * about 15,000 calls, and the gateway has more such code.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
public class VerifyOtpBenchmark {

    private static final long MAX_BODY = 8L * 1024 * 1024;
    private static final String PURPOSE = "For KYC";

    private final ConsentProof proof = BenchmarkProofs.forPurpose(PURPOSE);
    private final ProviderReference reference = new ProviderReference("90000001");
    private final OtpCode code = OtpCode.parse("123456").get();
    private final ObjectReader reader = new ObjectMapper().readerFor(Reply.class);

    @SuppressWarnings("NullAway.Init")
    private LoopbackStub stub;

    @SuppressWarnings("NullAway.Init")
    private DirectOtpGateway gateway;

    @SuppressWarnings("NullAway.Init")
    private OkHttpClient client;

    @Setup
    public void start() throws IOException {
        stub = new LoopbackStub();
        gateway = DeepvueProviderFactory.create(config(), InstantSource.system())
                .directOtp()
                .orElseThrow();
        client = new OkHttpClient.Builder()
                .callTimeout(Duration.ofSeconds(33))
                .connectTimeout(Duration.ofSeconds(3))
                .readTimeout(Duration.ofSeconds(30))
                .writeTimeout(Duration.ofSeconds(30))
                .build();
    }

    @TearDown
    public void stop() throws IOException {
        stub.close();
    }

    @Benchmark
    public Object gateway() {
        return gateway.verify(proof, reference, code).get();
    }

    @Benchmark
    public Object handWrittenClient() throws IOException {
        Request request = new Request.Builder()
                .url(stub.url() + "/v2/ekyc/aadhaar/verify-otp?otp=" + code.reveal() + "&reference_id="
                        + reference.value() + "&consent=Y&purpose="
                        + URLEncoder.encode(PURPOSE, StandardCharsets.UTF_8))
                .header("client-id", "benchmark-id")
                .header("x-api-key", "benchmark-secret")
                .post(RequestBody.create(new byte[0], MediaType.get("application/json")))
                .build();
        try (Response response = client.newCall(request).execute()) {
            return reader.readValue(response.body().byteStream());
        }
    }

    private DeepvueConfig config() {
        return new DeepvueConfig(
                new HttpSettings(
                        stub.url(),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(30),
                        MAX_BODY,
                        HttpSettings.DEFAULT_KEEP_ALIVE),
                new Credential("benchmark-id"),
                new Credential("benchmark-secret"),
                true,
                List.of("code"),
                List.of("state"),
                List.of("error"));
    }

    /** The parts of the reply that the adapter reads. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reply(
            String code,
            @JsonProperty("transaction_id") String transactionId,
            @JsonProperty("sub_code") String subCode,
            String message,
            Person data) {}

    /** The identity in the reply. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @SuppressWarnings("ArrayRecordComponent")
    record Person(
            String name,
            String dateOfBirth,
            String gender,
            String maskedNumber,
            Map<String, String> address,
            byte[] photo) {}
}

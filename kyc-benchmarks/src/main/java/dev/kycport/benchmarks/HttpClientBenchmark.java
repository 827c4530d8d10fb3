package dev.kycport.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import feign.Client;
import feign.Feign;
import feign.Headers;
import feign.RequestLine;
import feign.Retryer;
import feign.hc5.ApacheHttp5Client;
import feign.http2client.Http2Client;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One call through Feign with a 60 KB photo in the reply, with each of three HTTP clients. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Benchmark)
public class HttpClientBenchmark {

    /** The HTTP client. */
    @Param({"jdk", "okhttp", "apache"})
    private String client = "jdk";

    private final ObjectReader reader = new ObjectMapper().readerFor(JsonNode.class);

    @SuppressWarnings("NullAway.Init")
    private LoopbackStub stub;

    @SuppressWarnings("NullAway.Init")
    private Api api;

    @Setup
    public void start() throws IOException {
        stub = new LoopbackStub();
        api = Feign.builder()
                .client(client(client))
                .retryer(Retryer.NEVER_RETRY)
                .decoder((response, type) -> read(response.body().asInputStream()))
                .target(Api.class, stub.url().toString());
    }

    @TearDown
    public void stop() throws IOException {
        stub.close();
    }

    @Benchmark
    public JsonNode oneCall() {
        return api.verify("123456", "90000001");
    }

    private JsonNode read(InputStream body) throws IOException {
        return reader.readValue(body);
    }

    private static Client client(String name) {
        return switch (name) {
            case "jdk" ->
                new Http2Client(HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build());
            case "okhttp" -> okHttp(new OkHttpClient());
            case "apache" ->
                new ApacheHttp5Client(HttpClients.custom()
                        .disableAutomaticRetries()
                        .disableRedirectHandling()
                        .build());
            default -> throw new IllegalArgumentException(name);
        };
    }

    // feign-okhttp depends on an older OkHttp; it would do the same.
    private static Client okHttp(OkHttpClient client) {
        return (request, options) -> {
            Request.Builder builder = new Request.Builder()
                    .url(request.url())
                    .method(request.httpMethod().name(), RequestBody.create(new byte[0]));
            request.headers().forEach((name, values) -> values.forEach(value -> builder.addHeader(name, value)));
            Response response = client.newCall(builder.build()).execute();
            return feign.Response.builder()
                    .status(response.code())
                    .headers(Map.copyOf(response.headers().toMultimap()))
                    .body(response.body().byteStream(), (int) response.body().contentLength())
                    .request(request)
                    .build();
        };
    }

    /** The API with the measured call. */
    @Headers("Content-Type: application/json")
    interface Api {

        @RequestLine("POST /v2/ekyc/aadhaar/verify-otp?otp={otp}&reference_id={reference}&consent=Y&purpose=ForKYC")
        JsonNode verify(@feign.Param("otp") String otp, @feign.Param("reference") String reference);
    }
}

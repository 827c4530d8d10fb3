package dev.kycport.adapter.deepvue;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.kycport.adapter.feign.HttpSettings;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.KycProvider;
import dev.kycport.tck.Canary;
import dev.kycport.tck.MovableClock;
import io.vavr.control.Either;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a network and what stands in it can do to each call, and that it ends in the right failure, once and in time. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DeepvueFaultsTest {

    private static final Duration CONNECT = Duration.ofMillis(800);
    private static final Duration READ = Duration.ofMillis(800);
    private static final String UNINTELLIGIBLE = "provider.unintelligible";
    private static final String TIMED_OUT = "provider.timed-out";
    private static final int BOMB = 64 * 1024 * 1024;

    @RegisterExtension
    static final WireMockExtension WIRE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig()
                    .dynamicPort()
                    .dynamicHttpsPort()
                    .gzipDisabled(true))
            .build();

    private static final Map<String, ResponseDefinitionBuilder> FAULTS = Map.ofEntries(
            entry("reset before the reply", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
            entry("closed without a reply", aResponse().withFault(Fault.EMPTY_RESPONSE)),
            entry("reset in the middle of the reply", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
            entry("garbage instead of HTTP", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
            entry("an empty reply", ok()),
            entry("garbage instead of JSON", okJson("{\"code\":200,<<<")),
            entry("half of the JSON", okJson("{\"code\":200,\"data\":{\"name\":\"Te")),
            entry("slow headers", okJson("{}").withFixedDelay(3000)),
            entry("a slow body", okJson("{}" + " ".repeat(100)).withChunkedDribbleDelay(50, 4000)),
            entry("a reply that never ends", okJson(" ".repeat(100_000)).withChunkedDribbleDelay(1000, 100_000)),
            entry(
                    "a gzip bomb",
                    okJson("").withHeader("Content-Encoding", "gzip").withBody(bomb())),
            entry("another content type", success().withHeader("Content-Type", "application/xml")),
            entry("a page under 200", ok("<html>Welcome</html>").withHeader("Content-Type", "text/html")),
            entry("a redirect", temporaryRedirect("/elsewhere")),
            entry("an invitation to come again", aResponse().withStatus(503).withHeader("Retry-After", "0")),
            entry("a request timeout", aResponse().withStatus(408)));

    private static final Map<String, String> EXPECTED = Map.of(
            "reset before the reply", TIMED_OUT,
            "closed without a reply", TIMED_OUT,
            "slow headers", TIMED_OUT,
            "a slow body", TIMED_OUT,
            "a reply that never ends", TIMED_OUT,
            "an invitation to come again", "source.down",
            "a request timeout", TIMED_OUT);

    // Loading the client's classes takes longer than these time-outs.
    @BeforeAll
    static void warm_up() {
        WIRE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
        KycProvider patient = Recorded.at(URI.create(http()), Canary.USUAL, Duration.ofSeconds(20));
        Asking.CALLS.forEach(call -> Asking.ask(patient, call));
        WIRE.resetRequests();
    }

    static Stream<Arguments> faults() {
        return Asking.CALLS.stream()
                .flatMap(call -> FAULTS.keySet().stream().sorted().map(fault -> Arguments.of(call, fault)));
    }

    static List<String> calls() {
        return Asking.CALLS;
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_is_the_right_failure_in_time_and_nothing_is_sent_twice(String call, String fault) {
        String path = Route.play(WIRE, call, FAULTS.get(fault));

        long start = System.nanoTime();
        Either<ProviderFailure, ?> answer = Asking.ask(at(http()), call);
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(answer.getLeft().code()).isEqualTo(EXPECTED.getOrDefault(fault, UNINTELLIGIBLE));
        assertThat(took).isLessThan(CONNECT.plus(READ).plusSeconds(1));
        WIRE.verify(1, anyRequestedFor(urlPathMatching(path)));
        WIRE.verify(0, anyRequestedFor(urlPathMatching("/elsewhere")));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void where_nobody_listens_nothing_was_sent(String call) throws IOException {
        ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        nobody.close();

        Either<ProviderFailure, ?> answer = Asking.ask(at("http://127.0.0.1:" + nobody.getLocalPort()), call);

        assertThat(answer.getLeft()).isInstanceOf(ProviderFailure.Unreachable.class);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void where_the_name_is_unknown_nothing_was_sent(String call) {
        Either<ProviderFailure, ?> answer = Asking.ask(at("https://deepvue.invalid"), call);

        assertThat(answer.getLeft()).isInstanceOf(ProviderFailure.Unreachable.class);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void where_the_certificate_is_not_trusted_nothing_was_sent(String call) {
        WIRE.resetRequests();

        Either<ProviderFailure, ?> answer = Asking.ask(at("https://localhost:" + WIRE.getHttpsPort()), call);

        assertThat(answer.getLeft()).isInstanceOf(ProviderFailure.Unreachable.class);
        WIRE.verify(0, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void where_nobody_accepts_nothing_was_sent(String call) throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Crowd crowd = Crowd.before(full)) {
            long start = System.nanoTime();

            Either<ProviderFailure, ?> answer = Asking.ask(at("http://127.0.0.1:" + full.getLocalPort()), call);

            assertThat(answer.getLeft()).isInstanceOf(ProviderFailure.Unreachable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(CONNECT.plusSeconds(1));
            assertThat(crowd.size()).isPositive();
        }
    }

    private static String http() {
        return "http://127.0.0.1:" + WIRE.getPort();
    }

    private static KycProvider at(String url) {
        DeepvueConfig usual = Recorded.config(URI.create(url), Canary.USUAL, READ);
        HttpSettings hasty =
                new HttpSettings(URI.create(url), CONNECT, READ, 1024 * 1024, HttpSettings.USUAL_KEEP_ALIVE);
        return Deepvue.open(
                new DeepvueConfig(
                        hasty,
                        usual.clientId(),
                        usual.clientSecret(),
                        true,
                        usual.codeNames(),
                        usual.stateNames(),
                        usual.errorNames()),
                MovableClock.usual());
    }

    private static ResponseDefinitionBuilder success() {
        return ok("{\"code\":200,\"transaction_id\":\"00000000000000000000000000000d01\",\"sub_code\":\"SUCCESS\","
                + "\"reference_id\":\"90000001\",\"data\":{}}");
    }

    private static byte[] bomb() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write('"');
            gzip.write(new byte[BOMB]);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        return packed.toByteArray();
    }
}

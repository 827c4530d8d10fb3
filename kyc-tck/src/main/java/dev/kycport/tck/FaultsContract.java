package dev.kycport.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER;
import static com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE;
import static com.github.tomakehurst.wiremock.http.Fault.MALFORMED_RESPONSE_CHUNK;
import static com.github.tomakehurst.wiremock.http.Fault.RANDOM_DATA_THEN_CLOSE;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.http.FullBacklog;
import dev.kycport.tck.http.VendorEndpoint;
import io.vavr.control.Either;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a network and what stands in it can do to each call, and that it ends in the right failure, once and in time. */
public abstract class FaultsContract extends HttpAdapterContract {

    private static final String UNINTELLIGIBLE = "provider.unintelligible";
    private static final String TIMED_OUT = "provider.timed-out";
    /** Five times what a call may take, for a machine that is busy; what never ends goes on for far longer. */
    private static final Duration IN_TIME = Duration.ofSeconds(8);

    private static final int ENDLESS_MILLIS = 30_000;

    /** Such that the time is up in the middle of the payload. */
    private static final int SLOW_MILLIS = 4000;

    private static final int CHUNKS = 200;
    private static final int BOMB = 64 * 1024 * 1024;

    private static final Map<String, ResponseDefinitionBuilder> FAULTS = Map.ofEntries(
            entry("reset before the reply", aResponse().withFault(CONNECTION_RESET_BY_PEER)),
            entry("closed without a reply", aResponse().withFault(EMPTY_RESPONSE)),
            entry("a broken chunk in the middle of the reply", aResponse().withFault(MALFORMED_RESPONSE_CHUNK)),
            entry("the end in the middle of the reply", okJson("{\"status\":\"").withHeader("Content-Length", "4096")),
            entry("garbage instead of HTTP", aResponse().withFault(RANDOM_DATA_THEN_CLOSE)),
            entry("an empty reply", ok()),
            entry("garbage instead of JSON", okJson("{\"status\":<<<")),
            entry("half of the JSON", okJson("{\"status\":{\"name\":\"Te")),
            entry("slow headers", okJson("{}").withFixedDelay(ENDLESS_MILLIS)),
            entry("a slow body", okJson("{}" + " ".repeat(CHUNKS)).withChunkedDribbleDelay(CHUNKS, ENDLESS_MILLIS)),
            entry("a reply that never ends", okJson(" ".repeat(100_000)).withChunkedDribbleDelay(1000, 100_000)),
            entry(
                    "a gzip bomb",
                    okJson("").withHeader("Content-Encoding", "gzip").withBody(bomb())),
            entry("a page under 200", ok("<html>Welcome</html>").withHeader("Content-Type", "text/html")),
            entry("a redirect", temporaryRedirect("/elsewhere")),
            entry("an invitation to come again", aResponse().withStatus(503).withHeader("Retry-After", "0")),
            entry("a request timeout", aResponse().withStatus(408)));

    /** What each may end in; the others can only be unintelligible. */
    private static final Map<String, Set<String>> EXPECTED = Map.of(
            "reset before the reply", Set.of(TIMED_OUT),
            "closed without a reply", Set.of(TIMED_OUT),
            "slow headers", Set.of(TIMED_OUT),
            "a slow body", Set.of(TIMED_OUT),
            "a reply that never ends", Set.of(TIMED_OUT),
            "an invitation to come again", Set.of("source.down", UNINTELLIGIBLE),
            "a request timeout", Set.of(TIMED_OUT, UNINTELLIGIBLE));

    /** For the adapter's test. */
    protected FaultsContract() {}

    // Loading the client's classes takes longer than these time-outs.
    @BeforeAll
    final void warm_up() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
        KycProvider patient = vendor().open(VendorEndpoint.withLongTimeouts(http()));
        calls().forEach(call -> vendor().invoke(patient, call));
        server.resetRequests();
    }

    final Stream<Arguments> faults() {
        return calls().stream()
                .flatMap(call -> FAULTS.keySet().stream().sorted().map(fault -> Arguments.of(call, fault)));
    }

    /** If it fails, check where the transport's exceptions end up, and every retry of the client and the framework. */
    @ParameterizedTest
    @MethodSource("faults")
    final void a_fault_is_the_right_failure_in_time_and_nothing_is_sent_twice(String call, String fault) {
        stubReply(call, Objects.requireNonNull(FAULTS.get(fault)));

        long start = System.nanoTime();
        Either<ProviderFailure, ?> answer = vendor().invoke(at(http()), call);
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(answer.getLeft().code()).isIn(EXPECTED.getOrDefault(fault, Set.of(UNINTELLIGIBLE)));
        assertThat(took).isLessThan(IN_TIME);
        server.verify(1, anyRequestedFor(urlPathMatching(vendor().path(call))));
        server.verify(0, anyRequestedFor(urlPathMatching("/elsewhere")));
    }

    /** If it fails, check that a time-out is still one when the decoder was in the middle of something. */
    @ParameterizedTest
    @MethodSource("calls")
    final void a_slow_documented_reply_is_a_time_out_wherever_it_stops(String call) {
        stubReply(call, okJson(documentedReply(call)).withChunkedDribbleDelay(CHUNKS, SLOW_MILLIS));

        Either<ProviderFailure, ?> answer = vendor().invoke(at(http()), call);

        assertThat(answer.getLeft().code()).isEqualTo(TIMED_OUT);
        server.verify(1, anyRequestedFor(urlPathMatching(vendor().path(call))));
    }

    /** If it fails, check that what says of itself that it is not JSON is not read as such. */
    @ParameterizedTest
    @MethodSource("calls")
    final void a_success_of_another_content_type_is_unintelligible(String call) {
        stubReply(call, okJson(documentedReply(call)).withHeader("Content-Type", "application/xml"));

        Either<ProviderFailure, ?> answer = vendor().invoke(at(http()), call);

        assertThat(answer.getLeft().code()).isEqualTo(UNINTELLIGIBLE);
    }

    /** If it fails, check that a refused connection is told apart from a lost one. */
    @ParameterizedTest
    @MethodSource("calls")
    final void where_nobody_listens_nothing_was_sent(String call) throws IOException {
        ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        nobody.close();

        Either<ProviderFailure, ?> answer = vendor().invoke(at("http://127.0.0.1:" + nobody.getLocalPort()), call);

        assertThat(answer.getLeft().kind()).isEqualTo(ProviderFailure.Kind.UNREACHABLE);
    }

    /** If it fails, check that a host name nobody knows counts as nothing sent. */
    @ParameterizedTest
    @MethodSource("calls")
    final void where_the_name_is_unknown_nothing_was_sent(String call) {
        Either<ProviderFailure, ?> answer = vendor().invoke(at("https://vendor.invalid"), call);

        assertThat(answer.getLeft().kind()).isEqualTo(ProviderFailure.Kind.UNREACHABLE);
    }

    /** If it fails, check that the client trusts the platform's certificates and no others, and what a failed handshake becomes. */
    @ParameterizedTest
    @MethodSource("calls")
    final void where_the_certificate_is_not_trusted_nothing_was_sent(String call) {
        server.resetRequests();

        Either<ProviderFailure, ?> answer = vendor().invoke(at("https://localhost:" + server.getHttpsPort()), call);

        assertThat(answer.getLeft().kind()).isEqualTo(ProviderFailure.Kind.UNREACHABLE);
        server.verify(0, anyRequestedFor(anyUrl()));
    }

    /** If it fails, check the time-out for connecting, and that it is told apart from the one for reading. */
    @ParameterizedTest
    @MethodSource("calls")
    final void where_nobody_accepts_nothing_was_sent(String call) throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                FullBacklog fullBacklog = FullBacklog.fill(full)) {
            long start = System.nanoTime();

            Either<ProviderFailure, ?> answer = vendor().invoke(at("http://127.0.0.1:" + full.getLocalPort()), call);

            assertThat(answer.getLeft().kind()).isEqualTo(ProviderFailure.Kind.UNREACHABLE);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(IN_TIME);
            assertThat(fullBacklog.size()).isPositive();
        }
    }

    private KycProvider at(String url) {
        return vendor().open(VendorEndpoint.withShortTimeouts(url));
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

package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.kycport.tck.concurrency.BoundedCall;
import dev.kycport.tck.http.ClosedPort;
import dev.kycport.tck.http.FullBacklog;
import dev.kycport.tck.http.HttpReply;
import dev.kycport.tck.http.NetworkFault;
import dev.kycport.tck.http.NetworkFaultStub;
import dev.kycport.tck.http.VendorEndpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a network can do to each call: each fault ends in the right failure and nothing is sent twice. No verdict depends on how
 * fast the machine is: a reply that ends meets no time-out, and one that does not end goes on until the client leaves.
 */
public abstract class FaultsContract extends HttpAdapterContract {

    private static final int AT_ONCE = 4;
    private static final int MAX_ATTEMPTS = 3;

    /** A server with a certificate that nobody trusts. */
    @RegisterExtension
    final WireMockExtension server = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().dynamicHttpsPort())
            .build();

    private final Map<String, NetworkFaultStub.Outcome> outcomes = new LinkedHashMap<>();

    private final Map<String, String> notAccepted = new LinkedHashMap<>();

    /** For the adapter's test. */
    protected FaultsContract() {}

    // Faults that end come first, so that the client's classes are loaded when time-outs matter; all endless ones at
    // once.
    @BeforeAll
    final void meet_every_fault() {
        Map<Boolean, List<Supplier<NetworkFaultStub.Outcome>>> meetings = calls().stream()
                .flatMap(call -> NetworkFault.all().stream().map(fault -> new Meeting(call, fault)))
                .collect(Collectors.partitioningBy(
                        meeting -> meeting.fault().isEndless(),
                        Collectors.mapping(meeting -> () -> meet(meeting), Collectors.toList())));
        List<Supplier<NetworkFaultStub.Outcome>> endless = Objects.requireNonNull(meetings.get(true));
        Stream.concat(
                        BoundedCall.runAll(AT_ONCE, Objects.requireNonNull(meetings.get(false))).stream(),
                        BoundedCall.runAll(endless.size(), endless).stream())
                .forEach(outcome ->
                        outcomes.put(outcome.call() + " / " + outcome.fault().name(), outcome));
        meet_a_full_backlog();
    }

    private record Meeting(String call, NetworkFault fault) {}

    // Where a busy machine lets the time-out pass before the request is sent, the fault has not been met: it is tried
    // again.
    private NetworkFaultStub.Outcome meet(Meeting meeting) {
        NetworkFaultStub.Outcome outcome = meetOnce(meeting);
        for (int attempts = 1; outcome.requests() == 0 && attempts < MAX_ATTEMPTS; attempts++) {
            outcome = meetOnce(meeting);
        }
        return outcome;
    }

    private NetworkFaultStub.Outcome meetOnce(Meeting meeting) {
        Function<String, HttpReply> documented = call -> HttpReply.json(documentedReply(call));
        try (NetworkFaultStub stub = NetworkFaultStub.start(vendor(), meeting.call(), meeting.fault(), documented)) {
            return stub.meet();
        }
    }

    final Stream<Arguments> faults() {
        return calls().stream()
                .flatMap(call -> NetworkFault.all().stream().map(fault -> Arguments.of(call, fault.name())));
    }

    final Stream<Arguments> endlessFaults() {
        return calls().stream()
                .flatMap(call -> NetworkFault.all().stream()
                        .filter(NetworkFault::isEndless)
                        .map(fault -> Arguments.of(call, fault.name())));
    }

    /** If it fails, check what the transport's exceptions become, and every retry of the client and the framework. */
    @ParameterizedTest
    @MethodSource("faults")
    final void a_fault_is_the_right_failure_and_nothing_is_sent_twice(String call, String fault) {
        NetworkFaultStub.Outcome outcome = outcome(call, fault);

        assertThat(outcome.requests())
                .as(
                        "requests of %s that met \"%s\"; more than one: switch off every retry; none: nothing was sent",
                        call, fault)
                .isEqualTo(1);
        assertThat(outcome.redirected())
                .as("requests of %s that followed a redirect: switch redirects off", call)
                .isZero();
        assertThat(outcome.answer())
                .as(
                        "%s that met \"%s\" must end in %s. Check what the client's exception or the reply becomes",
                        call, fault, outcome.fault().expected())
                .isIn(outcome.fault().expected());
    }

    /** If it fails, check that the deadline closes the connection: a thread or a socket that stays open is lost to the host. */
    @ParameterizedTest
    @MethodSource("endlessFaults")
    final void a_call_that_timed_out_leaves_no_connection_open(String call, String fault) {
        assertThat(outcome(call, fault).isClosed())
                .as("%s that met \"%s\": the client closed the connection after its deadline", call, fault)
                .isTrue();
    }

    /** If it fails, check that a refused connection is distinguished from a lost one. */
    @ParameterizedTest
    @MethodSource("calls")
    final void a_refused_connection_is_unreachable(String call) {
        try (ClosedPort port = ClosedPort.open()) {
            isUnreachable(call, VendorEndpoint.withLongTimeouts(port.url().toString()), "refuses the connection");
        }
    }

    /**
     * If it fails, check what an unknown host name becomes: nothing was sent. Set {@code -Djdk.net.hosts.file} for the test process
     * where a resolver answers for {@code .invalid}, or asks a network.
     */
    @ParameterizedTest
    @MethodSource("calls")
    final void an_unknown_host_is_unreachable(String call) {
        isUnreachable(
                call, VendorEndpoint.withLongTimeouts("https://vendor.invalid"), "has a host name that is unknown");
    }

    /** If it fails, check that the client trusts the platform's certificates and no others, and what a failed handshake becomes. */
    @ParameterizedTest
    @MethodSource("calls")
    final void an_untrusted_certificate_is_unreachable(String call) {
        server.resetRequests();

        isUnreachable(
                call,
                VendorEndpoint.withLongTimeouts("https://localhost:" + server.getHttpsPort()),
                "has a certificate that is not trusted");

        server.verify(0, WireMock.anyRequestedFor(WireMock.anyUrl()));
    }

    /** If it fails, check the time-out for connecting, and that it is distinguished from the one for reading. */
    @ParameterizedTest
    @MethodSource("calls")
    final void a_connection_that_is_never_accepted_is_unreachable(String call) {
        isUnreachable(call, Objects.requireNonNull(notAccepted.get(call)), "never accepts the connection");
    }

    private void isUnreachable(String call, VendorEndpoint endpoint, String why) {
        isUnreachable(call, NetworkFaultStub.answer(vendor(), call, endpoint), why);
    }

    private static void isUnreachable(String call, String answer, String why) {
        assertThat(answer)
                .as("%s of a vendor that %s: nothing was sent, so another provider may be asked", call, why)
                .isEqualTo("provider.unreachable");
    }

    private void meet_a_full_backlog() {
        try (FullBacklog backlog = FullBacklog.open()) {
            VendorEndpoint endpoint =
                    VendorEndpoint.withShortTimeouts(backlog.url().toString());
            List<String> answers = BoundedCall.runAll(
                    calls().size(),
                    calls().stream()
                            .<Supplier<String>>map(call -> () -> NetworkFaultStub.answer(vendor(), call, endpoint))
                            .toList());
            for (int at = 0; at < answers.size(); at++) {
                notAccepted.put(calls().get(at), answers.get(at));
            }
        }
    }

    private NetworkFaultStub.Outcome outcome(String call, String fault) {
        return Objects.requireNonNull(outcomes.get(call + " / " + fault));
    }
}

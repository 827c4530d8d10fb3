package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.tck.concurrency.ConcurrencyIsolationCheck;
import dev.kycport.tck.recording.ConcurrentCaller;
import dev.kycport.tck.recording.FlowCalls;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.sample.MovableClock;
import dev.kycport.tck.secrecy.Canary;
import io.vavr.control.Either;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.TestInstance;

/**
 * A gateway to a provider on a stage: each behaviour is played once for each call of the flow, and what came of it is looked
 * at by many tests.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class RecordedGatewayContract<G> {

    private final Map<ProviderBehaviour, List<ObservedOutcome>> outcomes = new EnumMap<>(ProviderBehaviour.class);
    final Flow flow;

    RecordedGatewayContract(Flow flow) {
        this.flow = flow;
    }

    /**
     * A gateway, with {@link #canary()} for its credentials and {@link MovableClock#atSampleTime()} for its clock, to a provider that
     * shows this behaviour. The kit closes it.
     */
    protected abstract GatewayUnderTest<G> gatewayShowing(ProviderBehaviour behaviour);

    /** Behaviours that this provider does not have, each with the reason; their tests are reported as skipped. */
    protected Map<ProviderBehaviour, String> gaps() {
        return Map.of();
    }

    /** The secrets to send; others only for a provider that knows only certain ones. */
    protected Canary canary() {
        return Canary.DEFAULT;
    }

    abstract Either<ProviderFailure, ?> call(ProviderCall call, GatewayUnderTest<G> target, Canary canary);

    /** The reference of a session of its own, come so far that its last call can be made. */
    abstract ProviderReference startSession(GatewayUnderTest<G> target);

    /** Whoever asks for this among many is asked for as himself, and hears his own answer. */
    final void checkIsolation(ProviderBehaviour success) {
        ProviderCall call = success.calls(flow).get(0);
        ConcurrencyIsolationCheck check = new ConcurrencyIsolationCheck(call, canary());
        try (GatewayUnderTest<G> gatewayUnderTest = gatewayShowing(success)) {
            Function<ConcurrentCaller, Either<ProviderFailure, ?>> ask =
                    caller -> call(call, gatewayUnderTest.withReference(caller.reference()), caller.canary());
            gatewayUnderTest
                    .traffic()
                    .ifPresentOrElse(
                            providerTraffic -> check.checkRequests(providerTraffic, ask),
                            () -> checkIsolationWithoutTraffic(check, call, gatewayUnderTest));
        }
    }

    // Where there is no wire, a session that ends well is all that can be seen.
    private void checkIsolationWithoutTraffic(
            ConcurrencyIsolationCheck check, ProviderCall call, GatewayUnderTest<G> gatewayUnderTest) {
        if (call == FlowCalls.last(flow)) {
            check.checkSessions(
                    () -> startSession(gatewayUnderTest),
                    own -> call(call, gatewayUnderTest.withReference(own), canary()));
        }
    }

    /** What came of each call that can meet this behaviour. */
    final List<ObservedOutcome> outcomes(ProviderBehaviour behaviour) {
        skipIfGap(behaviour);
        return outcomes.computeIfAbsent(
                behaviour,
                key -> key.calls(flow).stream().map(call -> observe(key, call)).toList());
    }

    /** Skips the test where the provider does not have this behaviour. */
    final void skipIfGap(ProviderBehaviour behaviour) {
        String reason = gaps().getOrDefault(behaviour, "");
        assumeFalse(gaps().containsKey(behaviour), () -> "a gap: no " + behaviour.code() + ", since " + reason);
    }

    /** What came of the first call that can meet this behaviour. */
    final ObservedOutcome outcome(ProviderBehaviour behaviour) {
        return outcomes(behaviour).get(0);
    }

    private ObservedOutcome observe(ProviderBehaviour behaviour, ProviderCall call) {
        try (GatewayUnderTest<G> gatewayUnderTest = gatewayShowing(behaviour)) {
            return ObservedOutcome.of(behaviour, call, gatewayUnderTest, () -> call(call, gatewayUnderTest, canary()));
        }
    }

    final void forEveryOutcome(Consumer<ObservedOutcome> check) {
        shown().flatMap(behaviour -> outcomes(behaviour).stream()).forEach(check);
    }

    private Stream<ProviderBehaviour> shown() {
        return ProviderBehaviour.of(flow).stream().filter(behaviour -> !gaps().containsKey(behaviour));
    }

    final void assertFails(ProviderBehaviour behaviour) {
        outcomes(behaviour)
                .forEach(observedOutcome -> assertThat(observedOutcome.failure().code())
                        .as(observedOutcome + advice(behaviour))
                        .isEqualTo(behaviour.expectedCode().orElseThrow()));
    }

    private static String advice(ProviderBehaviour behaviour) {
        return behaviour == ProviderBehaviour.TIMES_OUT || behaviour == ProviderBehaviour.TRICKLES
                ? ". Check that the client waits no longer than RecordedProvider.PATIENCE for the whole reply"
                : "";
    }

    final void assertSentOnce(ProviderBehaviour behaviour) {
        assertRequestCount(behaviour, 1);
    }

    final void assertRequestCount(ProviderBehaviour behaviour, int expected) {
        forCallsWithEffect(
                behaviour,
                observedOutcome -> assertThat(observedOutcome.requests())
                        .as("requests of %s; repeated: %s", observedOutcome, observedOutcome.repeats())
                        .hasValue(expected));
    }

    // Reading twice harms nobody, so only what has an effect is counted.
    final void forCallsWithEffect(ProviderBehaviour behaviour, Consumer<ObservedOutcome> check) {
        outcomes(behaviour).stream()
                .filter(observedOutcome -> observedOutcome.requests().isPresent())
                .filter(observedOutcome -> FlowCalls.hasEffect(observedOutcome.call()))
                .forEach(check);
    }

    final void assertNoSecretIn(ObservedOutcome observedOutcome, String what, Object thing) {
        assertThat(canary().findIn(what, thing)).as(observedOutcome.toString()).isEmpty();
    }
}

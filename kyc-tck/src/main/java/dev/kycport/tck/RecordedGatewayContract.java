package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.tck.recording.ConcurrentCaller;
import dev.kycport.tck.recording.FlowCalls;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.sample.MovableClock;
import dev.kycport.tck.secrecy.Canary;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.TestInstance;

/** Calls a gateway once for each behaviour of its provider and each call of the flow; the tests share what came of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class RecordedGatewayContract<G> {

    private static final int MAX_REPEATS = 3;

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

    /** Of many callers at the same time each is asked for under its own name and gets its own answer. */
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

    // Without traffic, only the end of a session can be seen.
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
        if (!outcomes.containsKey(behaviour)) {
            observe(behaviour);
        }
        return Objects.requireNonNull(outcomes.get(behaviour));
    }

    // Replies that never end take as long as the time-out, so all of them are awaited at the same time.
    private void observe(ProviderBehaviour behaviour) {
        if (behaviour.isEndless()) {
            List<ProviderBehaviour> endless = ProviderBehaviour.of(flow).stream()
                    .filter(ProviderBehaviour::isEndless)
                    .toList();
            List<ObservedOutcome> observed = observeTogether(endless);
            endless.forEach(each -> outcomes.put(
                    each,
                    observed.stream()
                            .filter(outcome -> outcome.behaviour() == each)
                            .toList()));
        } else {
            outcomes.put(
                    behaviour,
                    behaviour.calls(flow).stream()
                            .map(call -> observe(behaviour, call))
                            .toList());
        }
    }

    private List<ObservedOutcome> observeTogether(List<ProviderBehaviour> behaviours) {
        List<GatewayUnderTest<G>> targets = new ArrayList<>();
        try {
            List<ObservedOutcome.Planned> planned = new ArrayList<>();
            for (ProviderBehaviour behaviour : behaviours) {
                for (ProviderCall call : behaviour.calls(flow)) {
                    GatewayUnderTest<G> target = gatewayShowing(behaviour);
                    targets.add(target);
                    planned.add(planned(behaviour, call, target));
                }
            }
            return ObservedOutcome.observeTogether(planned).stream()
                    .map(outcome -> outcome.isUnseen() ? observe(outcome.behaviour(), outcome.call()) : outcome)
                    .toList();
        } finally {
            targets.forEach(GatewayUnderTest::close);
        }
    }

    // Where a busy machine lets the time-out pass before the request is sent, the behaviour has not been met: it is
    // tried again.
    private ObservedOutcome observe(ProviderBehaviour behaviour, ProviderCall call) {
        ObservedOutcome outcome = observeOnce(behaviour, call);
        for (int repeats = 0; outcome.isUnseen() && behaviour.isEndless() && repeats < MAX_REPEATS; repeats++) {
            outcome = observeOnce(behaviour, call);
        }
        return outcome;
    }

    private ObservedOutcome observeOnce(ProviderBehaviour behaviour, ProviderCall call) {
        try (GatewayUnderTest<G> target = gatewayShowing(behaviour)) {
            return ObservedOutcome.observe(planned(behaviour, call, target));
        }
    }

    private ObservedOutcome.Planned planned(
            ProviderBehaviour behaviour, ProviderCall call, GatewayUnderTest<G> target) {
        return new ObservedOutcome.Planned(behaviour, call, target, () -> call(call, target, canary()));
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

    final void forEveryOutcome(Consumer<ObservedOutcome> check) {
        shown().flatMap(behaviour -> outcomes(behaviour).stream()).forEach(check);
    }

    private Stream<ProviderBehaviour> shown() {
        return ProviderBehaviour.of(flow).stream().filter(behaviour -> !gaps().containsKey(behaviour));
    }

    final void assertFails(ProviderBehaviour behaviour) {
        outcomes(behaviour)
                .forEach(outcome -> assertThat(outcome.failure().code())
                        .as(
                                "%s must end in %s%s",
                                outcome, behaviour.expectedCode().orElseThrow(), advice(behaviour))
                        .matches(behaviour::allows));
    }

    private static String advice(ProviderBehaviour behaviour) {
        return behaviour.isEndless()
                ? ". Check that the client waits no longer than the read time-out of RecordedProvider.endpoint() for the whole reply"
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

package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
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
public abstract class PlayedGateway<G> {

    private final Map<ProviderBehaviour, List<Outcome>> outcomes = new EnumMap<>(ProviderBehaviour.class);
    final Flow flow;

    PlayedGateway(Flow flow) {
        this.flow = flow;
    }

    /**
     * A gateway, with {@link #canary()} for its credentials and {@link MovableClock#usual()} for its clock, to a provider that
     * shows this behaviour. The kit closes it.
     */
    protected abstract Showing<G> showing(ProviderBehaviour behaviour);

    /** Behaviours that this provider does not have, each with the reason; their tests are reported as skipped. */
    protected Map<ProviderBehaviour, String> gaps() {
        return Map.of();
    }

    /** The secrets to send; others only for a provider that knows only certain ones. */
    protected Canary canary() {
        return Canary.USUAL;
    }

    abstract Either<ProviderFailure, ?> ask(ProviderCall call, Showing<G> at, Canary canary);

    /** The reference of a session of its own, come so far that its last call can be made. */
    abstract ProviderReference begun(Showing<G> at);

    /** Whoever asks for this among many is asked for as himself, and hears his own answer. */
    final void crowded(ProviderBehaviour success) {
        ProviderCall call = success.calls(flow).get(0);
        Throng throng = new Throng(call, canary());
        try (Showing<G> showing = showing(success)) {
            Function<Asker, Either<ProviderFailure, ?>> ask =
                    asker -> ask(call, showing.knowing(asker.reference()), asker.canary());
            showing.wire().ifPresentOrElse(wire -> throng.before(wire, ask), () -> alone(throng, call, showing));
        }
    }

    // Where there is no wire, a session that ends well is all that can be seen.
    private void alone(Throng throng, ProviderCall call, Showing<G> showing) {
        if (call == Calls.last(flow)) {
            throng.through(() -> begun(showing), own -> ask(call, showing.knowing(own), canary()));
        }
    }

    /** What came of each call that can meet this behaviour. */
    final List<Outcome> outcomes(ProviderBehaviour behaviour) {
        unlessGap(behaviour);
        return outcomes.computeIfAbsent(
                behaviour,
                key -> key.calls(flow).stream().map(call -> play(key, call)).toList());
    }

    /** Skips the test where the provider does not have this behaviour. */
    final void unlessGap(ProviderBehaviour behaviour) {
        String reason = gaps().getOrDefault(behaviour, "");
        assumeFalse(gaps().containsKey(behaviour), () -> "a gap: no " + behaviour.code() + ", since " + reason);
    }

    /** What came of the first call that can meet this behaviour. */
    final Outcome outcome(ProviderBehaviour behaviour) {
        return outcomes(behaviour).get(0);
    }

    private Outcome play(ProviderBehaviour behaviour, ProviderCall call) {
        try (Showing<G> showing = showing(behaviour)) {
            return Outcome.of(behaviour, call, showing, () -> ask(call, showing, canary()));
        }
    }

    final void everywhere(Consumer<Outcome> check) {
        shown().flatMap(behaviour -> outcomes(behaviour).stream()).forEach(check);
    }

    private Stream<ProviderBehaviour> shown() {
        return ProviderBehaviour.of(flow).stream().filter(behaviour -> !gaps().containsKey(behaviour));
    }

    final void failing(ProviderBehaviour behaviour) {
        outcomes(behaviour)
                .forEach(outcome -> assertThat(outcome.failure().code())
                        .as(outcome + advice(behaviour))
                        .isEqualTo(behaviour.expectedCode().orElseThrow()));
    }

    private static String advice(ProviderBehaviour behaviour) {
        return behaviour == ProviderBehaviour.TIMES_OUT || behaviour == ProviderBehaviour.TRICKLES
                ? ". Check that the client waits no longer than RecordedProvider.PATIENCE for the whole reply"
                : "";
    }

    final void once(ProviderBehaviour behaviour) {
        requests(behaviour, 1);
    }

    final void requests(ProviderBehaviour behaviour, int expected) {
        overWires(
                behaviour,
                outcome -> assertThat(outcome.requests())
                        .as("requests of %s; repeated: %s", outcome, outcome.repeats())
                        .hasValue(expected));
    }

    // Reading twice harms nobody, so only what has an effect is counted.
    final void overWires(ProviderBehaviour behaviour, Consumer<Outcome> check) {
        outcomes(behaviour).stream()
                .filter(outcome -> outcome.requests().isPresent())
                .filter(outcome -> Calls.haveEffect(outcome.call()))
                .forEach(check);
    }

    final void clean(Outcome outcome, String what, Object thing) {
        assertThat(canary().in(what, thing)).as(outcome.toString()).isEmpty();
    }
}

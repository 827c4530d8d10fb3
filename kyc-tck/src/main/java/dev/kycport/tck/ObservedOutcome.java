package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.tck.concurrency.BoundedCall;
import dev.kycport.tck.http.ProviderTraffic;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.recording.RecordedProvider;
import dev.kycport.tck.secrecy.LogCapture;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What came of one call to a provider that shows one behaviour.
 *
 * @param result what the gateway returned; empty if it threw or returned null
 * @param thrown what it threw
 * @param log what was logged meanwhile
 * @param requests how many requests the provider saw; empty where there is no wire
 */
record ObservedOutcome(
        ProviderBehaviour behaviour,
        ProviderCall call,
        ProviderId provider,
        Optional<Either<ProviderFailure, ?>> result,
        Optional<Throwable> thrown,
        List<String> log,
        Optional<Integer> requests,
        List<String> repeats,
        List<String> mismatches) {

    /** No reply of the kit takes as long, however busy the machine is. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** The system property with the number of time-outs after which a call to a vendor that never ends its reply hangs. */
    static final String HANG_LIMIT = "kycport.tck.hang-limit";

    private static final int DEFAULT_HANG_LIMIT = 10;

    /** A call that is to be observed. */
    record Planned(
            ProviderBehaviour behaviour,
            ProviderCall call,
            GatewayUnderTest<?> target,
            Supplier<Either<ProviderFailure, ?>> step) {

        private ObservedOutcome observe() {
            Optional<Either<ProviderFailure, ?>> result = Optional.empty();
            Optional<Throwable> thrown = Optional.empty();
            try {
                result = Optional.ofNullable(BoundedCall.run(limit(), step));
            } catch (RuntimeException | Error escaped) {
                thrown = Optional.of(escaped);
            }
            return new ObservedOutcome(
                    behaviour,
                    call,
                    target.provider(),
                    result,
                    thrown,
                    List.of(),
                    target.traffic().map(ProviderTraffic::requestCount),
                    target.traffic().map(ProviderTraffic::repeatedRequests).orElse(List.of()),
                    target.traffic().map(ProviderTraffic::mismatches).orElse(List.of()));
        }

        private Duration limit() {
            return behaviour.isEndless()
                    ? RecordedProvider.READ_TIMEOUT.multipliedBy(Integer.getInteger(HANG_LIMIT, DEFAULT_HANG_LIMIT))
                    : LIMIT;
        }
    }

    /** Makes this call. */
    static ObservedOutcome observe(Planned call) {
        return observeTogether(List.of(call)).get(0);
    }

    /** Makes these calls at the same time; what is logged meanwhile is counted for each. */
    static List<ObservedOutcome> observeTogether(List<Planned> calls) {
        try (LogCapture log = LogCapture.start()) {
            List<ObservedOutcome> observed = BoundedCall.runAll(
                    calls.size(),
                    calls.stream()
                            .<Supplier<ObservedOutcome>>map(call -> call::observe)
                            .toList());
            List<String> lines = log.lines();
            return observed.stream().map(outcome -> outcome.withLog(lines)).toList();
        }
    }

    private ObservedOutcome withLog(List<String> lines) {
        return new ObservedOutcome(behaviour, call, provider, result, thrown, lines, requests, repeats, mismatches);
    }

    /** Whether the provider did not see the call, so that it could not show its behaviour. */
    boolean isUnseen() {
        return behaviour != ProviderBehaviour.UNREACHABLE && requests.isPresent() && requests.get() == 0;
    }

    /** The conclusion; red if there is none. */
    Object verdict() {
        return answer().fold(failure -> fail(this + " ends in " + failure + " where a verdict is due"), right -> right);
    }

    /** The conclusion of that kind; red if there is none. */
    <V> V verdict(Class<V> kind) {
        Object verdict = verdict();
        assertThat(verdict).as(toString()).isInstanceOf(kind);
        return kind.cast(verdict);
    }

    /** The failure; red if there is none. */
    ProviderFailure failure() {
        return answer().fold(failure -> failure, right -> fail(this + " is taken for a verdict: " + right));
    }

    private Either<ProviderFailure, ?> answer() {
        assertThat(mismatches)
                .as("requests of " + this + " that are not as recorded")
                .isEmpty();
        thrown.ifPresent(escaped -> fail(this + " made the gateway throw: " + escaped, escaped));
        assertThat(isUnseen())
                .as("%s: the provider received no request. Check that the gateway sends one", this)
                .isFalse();
        return result.orElseGet(() -> fail(this + " made the gateway return null; it owes a verdict or a failure"));
    }

    @Override
    public String toString() {
        return call.code() + " at a provider that shows " + behaviour.code();
    }
}

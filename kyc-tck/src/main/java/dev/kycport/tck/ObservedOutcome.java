package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.tck.http.ProviderTraffic;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.secrecy.LogCapture;
import io.vavr.control.Either;
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

    static ObservedOutcome of(
            ProviderBehaviour behaviour,
            ProviderCall call,
            GatewayUnderTest<?> gatewayUnderTest,
            Supplier<Either<ProviderFailure, ?>> step) {
        Optional<Either<ProviderFailure, ?>> result = Optional.empty();
        Optional<Throwable> thrown = Optional.empty();
        try (LogCapture log = LogCapture.start()) {
            try {
                result = Optional.ofNullable(step.get());
            } catch (RuntimeException | Error escaped) {
                thrown = Optional.of(escaped);
            }
            return new ObservedOutcome(
                    behaviour,
                    call,
                    gatewayUnderTest.provider(),
                    result,
                    thrown,
                    log.lines(),
                    gatewayUnderTest.traffic().map(ProviderTraffic::requestCount),
                    gatewayUnderTest
                            .traffic()
                            .map(ProviderTraffic::repeatedRequests)
                            .orElse(List.of()),
                    gatewayUnderTest.traffic().map(ProviderTraffic::mismatches).orElse(List.of()));
        }
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
        thrown.ifPresent(escaped -> fail(this + " made the gateway throw", escaped));
        return result.orElseGet(() -> fail(this + " made the gateway return null; it owes a verdict or a failure"));
    }

    @Override
    public String toString() {
        return call.code() + " at a provider that shows " + behaviour.code();
    }
}

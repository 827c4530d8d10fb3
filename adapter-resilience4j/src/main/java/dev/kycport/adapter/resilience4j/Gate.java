package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.ports.Health;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Through here goes every call to one provider, at most once each. The circuit comes first, since waiting for a provider that
 * is left alone helps nobody; a call that is held back costs neither a turn nor a place, and speaks for nothing.
 */
final class Gate {

    private final VendorTrace trace;
    private final Circuit circuit;
    private final Places places;
    private final Pace pace;

    Gate(ProviderId provider, Circuit circuit, Places places, Pace pace) {
        this.trace = VendorTrace.of(provider);
        this.circuit = circuit;
        this.places = places;
        this.pace = pace;
    }

    /** The provider's answer to a call of one request, or ours in its place. */
    <V> Either<ProviderFailure, V> pass(Supplier<Either<ProviderFailure, V>> call) {
        return pass(1, call);
    }

    /** The same of a call that sends at most so many requests; none where their turns were taken before. */
    <V> Either<ProviderFailure, V> pass(int requests, Supplier<Either<ProviderFailure, V>> call) {
        return circuit.admit()
                .map(admission -> admitted(admission, requests, call))
                .orElseGet(() -> Either.left(new ProviderFailure.Unreachable(trace, Optional.of(circuit.pause()))));
    }

    /** A call that took turns for so many requests is over, and made only these. */
    void giveBack(int requests, int made) {
        pace.giveBack(requests, made);
    }

    Health health() {
        List<Health.Limit> limits =
                Stream.concat(Stream.of(places.limit()), pace.limits().stream()).toList();
        return new Health(circuit.state(), limits);
    }

    private <V> Either<ProviderFailure, V> admitted(
            Admission admission, int requests, Supplier<Either<ProviderFailure, V>> call) {
        try (admission) {
            return places.take() ? placed(admission, requests, call) : held(Optional.empty());
        }
    }

    private <V> Either<ProviderFailure, V> placed(
            Admission admission, int requests, Supplier<Either<ProviderFailure, V>> call) {
        try {
            Optional<Duration> refusal = pace.refusal(requests);
            return refusal.isPresent() ? held(refusal) : admission.use(call);
        } finally {
            places.leave();
        }
    }

    private <V> Either<ProviderFailure, V> held(Optional<Duration> retryAfter) {
        return Either.left(new ProviderFailure.Throttled(trace, retryAfter));
    }
}

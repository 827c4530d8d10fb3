package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.ports.observe.ProviderHealth;
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
final class CallGuard {

    private final VendorTrace trace;
    private final ProviderCircuitBreaker providerCircuitBreaker;
    private final ConcurrencyLimiter concurrencyLimiter;
    private final RequestRateLimiter requestRateLimiter;

    CallGuard(
            ProviderId provider,
            ProviderCircuitBreaker providerCircuitBreaker,
            ConcurrencyLimiter concurrencyLimiter,
            RequestRateLimiter requestRateLimiter) {
        this.trace = VendorTrace.of(provider);
        this.providerCircuitBreaker = providerCircuitBreaker;
        this.concurrencyLimiter = concurrencyLimiter;
        this.requestRateLimiter = requestRateLimiter;
    }

    /** The provider's answer to a call of one request, or ours in its place. */
    <V> Either<ProviderFailure, V> execute(Supplier<Either<ProviderFailure, V>> call) {
        return execute(1, call);
    }

    /** The same of a call that sends at most so many requests; none where their turns were taken before. */
    <V> Either<ProviderFailure, V> execute(int requests, Supplier<Either<ProviderFailure, V>> call) {
        return providerCircuitBreaker
                .tryAcquirePermit()
                .map(circuitPermit -> executeWithPermit(circuitPermit, requests, call))
                .orElseGet(() -> Either.left(new ProviderFailure.Unreachable(
                        trace, Optional.of(providerCircuitBreaker.remainingOpenTime()))));
    }

    /** A call that took turns for so many requests is over, and made only these. */
    void refund(int requests, int made) {
        requestRateLimiter.refund(requests, made);
    }

    ProviderHealth health() {
        List<ProviderHealth.Limit> limits = Stream.concat(
                        Stream.of(concurrencyLimiter.limit()), requestRateLimiter.limits().stream())
                .toList();
        return new ProviderHealth(providerCircuitBreaker.state(), limits);
    }

    private <V> Either<ProviderFailure, V> executeWithPermit(
            CircuitPermit circuitPermit, int requests, Supplier<Either<ProviderFailure, V>> call) {
        try (circuitPermit) {
            return concurrencyLimiter.tryAcquire()
                    ? executeWithinLimits(circuitPermit, requests, call)
                    : throttled(Optional.empty());
        }
    }

    private <V> Either<ProviderFailure, V> executeWithinLimits(
            CircuitPermit circuitPermit, int requests, Supplier<Either<ProviderFailure, V>> call) {
        try {
            Optional<Duration> refusal = requestRateLimiter.acquire(requests);
            return refusal.isPresent() ? throttled(refusal) : circuitPermit.call(call);
        } finally {
            concurrencyLimiter.release();
        }
    }

    private <V> Either<ProviderFailure, V> throttled(Optional<Duration> retryAfter) {
        return Either.left(new ProviderFailure.Throttled(trace, retryAfter));
    }
}

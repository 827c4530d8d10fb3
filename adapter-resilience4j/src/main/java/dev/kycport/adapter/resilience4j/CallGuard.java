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
 * Checks circuit breaker, concurrency limit and rate limit before each call to one provider; it makes each call at
 * most once. The circuit breaker comes first, because waiting for a provider whose circuit is open is pointless. A
 * rejected call uses no permit and does not count in the circuit statistics.
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

    /** Executes a call of one request, or returns our own failure. */
    <V> Either<ProviderFailure, V> execute(Supplier<Either<ProviderFailure, V>> call) {
        return execute(1, call);
    }

    /** Executes a call that sends at most this many requests; zero if their permits were reserved before. */
    <V> Either<ProviderFailure, V> execute(int requests, Supplier<Either<ProviderFailure, V>> call) {
        return providerCircuitBreaker
                .tryAcquirePermit()
                .map(circuitPermit -> executeWithPermit(circuitPermit, requests, call))
                .orElseGet(() -> Either.left(
                        ProviderFailure.unreachable(trace, Optional.of(providerCircuitBreaker.remainingOpenTime()))));
    }

    /** Returns the unused permits of a call that acquired {@code requests} and made only {@code made}. */
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
        return Either.left(ProviderFailure.throttled(trace, retryAfter));
    }
}

package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.failure.ProviderFailure;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.vavr.control.Either;
import java.util.function.Supplier;

/** A circuit breaker permit for one call, either used or released. For one thread. */
final class CircuitPermit implements AutoCloseable {

    private final CircuitBreaker breaker;
    private boolean used;

    CircuitPermit(CircuitBreaker breaker) {
        this.breaker = breaker;
    }

    /**
     * Makes the call and records its result. An exception counts as a failure; otherwise a trial call without a
     * result would block a half-open circuit.
     */
    <V> Either<ProviderFailure, V> call(Supplier<Either<ProviderFailure, V>> call) {
        used = true;
        long start = breaker.getCurrentTimestamp();
        try {
            Either<ProviderFailure, V> answer = call.get();
            breaker.onResult(elapsedSince(start), breaker.getTimestampUnit(), answer);
            return answer;
        } catch (Throwable e) {
            breaker.onError(elapsedSince(start), breaker.getTimestampUnit(), e);
            throw e;
        }
    }

    @Override
    public void close() {
        if (!used) {
            breaker.releasePermission();
        }
    }

    // The clock may have been set back meanwhile.
    private long elapsedSince(long start) {
        return Math.max(0, breaker.getCurrentTimestamp() - start);
    }
}

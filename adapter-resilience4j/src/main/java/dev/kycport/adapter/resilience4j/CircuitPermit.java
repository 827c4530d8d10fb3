package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.failure.ProviderFailure;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.vavr.control.Either;
import java.util.function.Supplier;

/** A circuit's leave to make one call, which is used for that or given back. For one thread. */
final class CircuitPermit implements AutoCloseable {

    private final CircuitBreaker breaker;
    private boolean used;

    CircuitPermit(CircuitBreaker breaker) {
        this.breaker = breaker;
    }

    /**
     * Makes the call, and lets the circuit remember how it went: whatever is thrown counts as failed, since a trial without an
     * end would keep the circuit waiting for it.
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

    // A clock that was set back in between must not make a duration negative.
    private long elapsedSince(long start) {
        return Math.max(0, breaker.getCurrentTimestamp() - start);
    }
}

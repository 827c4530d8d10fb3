package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.failure.ProviderFailure;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.vavr.control.Either;
import java.util.function.Supplier;

/** A circuit's leave to make one call, which is used for that or given back. For one thread. */
final class Admission implements AutoCloseable {

    private final CircuitBreaker breaker;
    private boolean used;

    Admission(CircuitBreaker breaker) {
        this.breaker = breaker;
    }

    /**
     * Makes the call, and lets the circuit remember how it went: whatever is thrown counts as failed, since a trial without an
     * end would keep the circuit waiting for it.
     */
    <V> Either<ProviderFailure, V> use(Supplier<Either<ProviderFailure, V>> call) {
        used = true;
        long began = breaker.getCurrentTimestamp();
        try {
            Either<ProviderFailure, V> answer = call.get();
            breaker.onResult(since(began), breaker.getTimestampUnit(), answer);
            return answer;
        } catch (Throwable bug) {
            breaker.onError(since(began), breaker.getTimestampUnit(), bug);
            throw bug;
        }
    }

    @Override
    public void close() {
        if (!used) {
            breaker.releasePermission();
        }
    }

    // A clock that was set back in between must not make a duration negative.
    private long since(long began) {
        return Math.max(0, breaker.getCurrentTimestamp() - began);
    }
}

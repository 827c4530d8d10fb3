package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.failure.ProviderFailure;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Makes a call that only reads once more if the provider could not be reached, and that was known soon: whoever is in front of
 * the screen is not kept waiting for two connections in a row that come to nothing. Where the gate itself says so, and when to
 * come back, the same answer would follow.
 */
final class ReadRetry {

    private final CallGuard callGuard;
    private final Duration retryWindow;
    private final InstantSource clock;

    ReadRetry(CallGuard callGuard, Duration retryWindow, InstantSource clock) {
        this.callGuard = callGuard;
        this.retryWindow = retryWindow;
        this.clock = clock;
    }

    <V> Either<ProviderFailure, V> execute(Supplier<Either<ProviderFailure, V>> readCall) {
        return execute(1, readCall);
    }

    <V> Either<ProviderFailure, V> execute(int requests, Supplier<Either<ProviderFailure, V>> readCall) {
        Instant start = clock.instant();
        Either<ProviderFailure, V> answer = callGuard.execute(requests, readCall);
        return answer.fold(ReadRetry::isRetryable, read -> false) && isWithinRetryWindow(start)
                ? callGuard.execute(requests, readCall)
                : answer;
    }

    private static boolean isRetryable(ProviderFailure failure) {
        return failure instanceof ProviderFailure.Unreachable unreachable
                && unreachable.retryAfter().isEmpty();
    }

    private boolean isWithinRetryWindow(Instant start) {
        return Duration.between(start, clock.instant()).compareTo(retryWindow) < 0;
    }
}

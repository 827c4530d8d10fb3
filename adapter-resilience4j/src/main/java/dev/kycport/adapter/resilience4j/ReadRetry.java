package dev.kycport.adapter.resilience4j;

import dev.kycport.domain.failure.ProviderFailure;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Retries a read-only call once if the provider was unreachable and that was known quickly, so that the person does
 * not wait for two connection timeouts in a row. A failure with a retry delay comes from the guard itself and is not
 * retried.
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
        return failure.kind() == ProviderFailure.Kind.UNREACHABLE
                && failure.retryAfter().isEmpty();
    }

    private boolean isWithinRetryWindow(Instant start) {
        return Duration.between(start, clock.instant()).compareTo(retryWindow) < 0;
    }
}

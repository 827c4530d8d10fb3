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
final class Repetition {

    private final Gate gate;
    private final Duration within;
    private final InstantSource time;

    Repetition(Gate gate, Duration within, InstantSource time) {
        this.gate = gate;
        this.within = within;
        this.time = time;
    }

    <V> Either<ProviderFailure, V> pass(Supplier<Either<ProviderFailure, V>> reading) {
        return pass(1, reading);
    }

    <V> Either<ProviderFailure, V> pass(int requests, Supplier<Either<ProviderFailure, V>> reading) {
        Instant began = time.instant();
        Either<ProviderFailure, V> answer = gate.pass(requests, reading);
        return answer.fold(Repetition::wasTried, read -> false) && isSoon(began)
                ? gate.pass(requests, reading)
                : answer;
    }

    private static boolean wasTried(ProviderFailure failure) {
        return failure instanceof ProviderFailure.Unreachable unreachable
                && unreachable.retryAfter().isEmpty();
    }

    private boolean isSoon(Instant began) {
        return Duration.between(began, time.instant()).compareTo(within) < 0;
    }
}

package dev.kycport.app.step;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntFunction;

/**
 * The clock and the randomness of an installation; tests replace both.
 *
 * @param clock gives the current time
 * @param randomness gives that many unpredictable bytes
 */
public record KycEnvironment(InstantSource clock, IntFunction<byte[]> randomness) {

    /** The current time. */
    public Instant now() {
        return clock.instant();
    }
}

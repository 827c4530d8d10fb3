package dev.kycport.app.step;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntFunction;

/**
 * What a use case may not reach for by itself.
 *
 * @param clock tells the time
 * @param randomness so many unpredictable bytes
 */
public record KycEnvironment(InstantSource clock, IntFunction<byte[]> randomness) {

    public Instant now() {
        return clock.instant();
    }
}

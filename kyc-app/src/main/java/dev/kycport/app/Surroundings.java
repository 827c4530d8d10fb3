package dev.kycport.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntFunction;

/**
 * What a use case may not reach for by itself.
 *
 * @param time tells the time
 * @param randomness so many unpredictable bytes
 */
public record Surroundings(InstantSource time, IntFunction<byte[]> randomness) {

    Instant now() {
        return time.instant();
    }
}

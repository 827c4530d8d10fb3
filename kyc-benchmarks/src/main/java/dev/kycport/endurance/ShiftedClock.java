package dev.kycport.endurance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** The machine's clock, set forward: so that the gap between two codes passes without anybody waiting for it. */
final class ShiftedClock implements InstantSource {

    private final AtomicLong millis = new AtomicLong();

    ShiftedClock(Duration ahead) {
        millis.set(ahead.toMillis());
    }

    @Override
    public Instant instant() {
        return Instant.now().plusMillis(millis.get());
    }

    void advance(Duration step) {
        millis.addAndGet(step.toMillis());
    }

    Duration ahead() {
        return Duration.ofMillis(millis.get());
    }
}

package dev.kycport.endurance.system;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** The system clock plus an offset, so that a run need not wait for the resend interval. */
public final class ShiftedClock implements InstantSource {

    private final AtomicLong offsetMillis = new AtomicLong();

    public ShiftedClock(Duration offset) {
        offsetMillis.set(offset.toMillis());
    }

    @Override
    public Instant instant() {
        return Instant.now().plusMillis(offsetMillis.get());
    }

    public void advance(Duration step) {
        offsetMillis.addAndGet(step.toMillis());
    }

    public Duration offset() {
        return Duration.ofMillis(offsetMillis.get());
    }
}

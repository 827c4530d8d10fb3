package dev.kycport.endurance.system;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** The machine's clock, set forward: so that the gap between two codes passes without anybody waiting for it. */
public final class ShiftedClock implements InstantSource {

    private final AtomicLong offsetMillis = new AtomicLong();

    public ShiftedClock(Duration ahead) {
        offsetMillis.set(ahead.toMillis());
    }

    @Override
    public Instant instant() {
        return Instant.now().plusMillis(offsetMillis.get());
    }

    public void advance(Duration step) {
        offsetMillis.addAndGet(step.toMillis());
    }

    public Duration ahead() {
        return Duration.ofMillis(offsetMillis.get());
    }
}

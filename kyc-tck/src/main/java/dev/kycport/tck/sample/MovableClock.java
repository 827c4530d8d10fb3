package dev.kycport.tck.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
public final class MovableClock implements InstantSource {

    private Instant now;

    private MovableClock(Instant now) {
        this.now = now;
    }

    /** A clock that stands at this instant. */
    public static MovableClock at(Instant now) {
        return new MovableClock(now);
    }

    /** A clock that stands at {@link SampleValues#NOW}. */
    public static MovableClock atSampleTime() {
        return at(SampleValues.NOW);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** Moves on, or back if the duration is negative, and returns the new time. */
    public synchronized Instant advance(Duration step) {
        now = now.plus(step);
        return now;
    }

    /** Moves to this instant. */
    public synchronized void set(Instant instant) {
        now = instant;
    }
}

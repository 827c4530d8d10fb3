package dev.kycport.endurance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A witness that looks at the time, too; a step is asked and answered on one thread. */
final class Stopwatch implements Witness {

    private static final ThreadLocal<Instant> BEGAN = new ThreadLocal<>();

    private final Witness witness;
    private final Queue<Lap> laps = new ConcurrentLinkedQueue<>();

    Stopwatch(Witness witness) {
        this.witness = witness;
    }

    @Override
    public void asked(Subject subject, Step step) {
        witness.asked(subject, step);
        BEGAN.set(Instant.now());
    }

    @Override
    public void landed(Subject subject, Step step, Landing landing) {
        laps.add(new Lap(BEGAN.get(), Instant.now(), Lap.LANDED));
        witness.landed(subject, step, landing);
    }

    @Override
    public void refused(Subject subject, Step step, String code) {
        laps.add(new Lap(BEGAN.get(), Instant.now(), code));
        witness.refused(subject, step, code);
    }

    List<Lap> laps() {
        return List.copyOf(laps);
    }

    /** One step: from when until when, and what came of it. */
    record Lap(Instant began, Instant ended, String answer) {

        static final String LANDED = "landed";

        Duration took() {
            return Duration.between(began, ended);
        }

        boolean lies(Instant from, Instant until) {
            return began.isAfter(from) && ended.isBefore(until);
        }
    }
}

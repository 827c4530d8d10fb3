package dev.kycport.endurance.user;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A witness that looks at the time, too; a step is asked and answered on one thread. */
public final class LatencyRecorder implements StepListener {

    private static final ThreadLocal<Instant> STARTED_AT = new ThreadLocal<>();

    private final StepListener delegate;
    private final Queue<TimedStep> steps = new ConcurrentLinkedQueue<>();

    public LatencyRecorder(StepListener delegate) {
        this.delegate = delegate;
    }

    @Override
    public void onRequest(TestSubject testSubject, UserStep userStep) {
        delegate.onRequest(testSubject, userStep);
        STARTED_AT.set(Instant.now());
    }

    @Override
    public void onOutcome(TestSubject testSubject, UserStep userStep, StepOutcome stepOutcome) {
        steps.add(new TimedStep(STARTED_AT.get(), Instant.now(), TimedStep.SUCCEEDED));
        delegate.onOutcome(testSubject, userStep, stepOutcome);
    }

    @Override
    public void onRefusal(TestSubject testSubject, UserStep userStep, String code) {
        steps.add(new TimedStep(STARTED_AT.get(), Instant.now(), code));
        delegate.onRefusal(testSubject, userStep, code);
    }

    public List<TimedStep> steps() {
        return List.copyOf(steps);
    }

    /** One step: from when until when, and what came of it. */
    public record TimedStep(Instant startedAt, Instant endedAt, String result) {

        public static final String SUCCEEDED = "landed";

        public Duration took() {
            return Duration.between(startedAt, endedAt);
        }

        boolean lies(Instant from, Instant until) {
            return startedAt.isAfter(from) && endedAt.isBefore(until);
        }
    }
}

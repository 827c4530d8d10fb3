package dev.kycport.endurance.user;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Records how long each step took and passes the events on. Request and answer of a step arrive on the same thread. */
public final class LatencyRecorder implements StepListener {

    private static final ThreadLocal<Instant> STARTED_AT = new ThreadLocal<>();

    private final StepListener delegate;
    private final Queue<TimedStep> steps = new ConcurrentLinkedQueue<>();

    public LatencyRecorder(StepListener delegate) {
        this.delegate = delegate;
    }

    @Override
    public void onRequest(TestSubject subject, UserStep step) {
        delegate.onRequest(subject, step);
        STARTED_AT.set(Instant.now());
    }

    @Override
    public void onOutcome(TestSubject subject, UserStep step, StepOutcome outcome) {
        steps.add(new TimedStep(STARTED_AT.get(), Instant.now(), TimedStep.SUCCEEDED));
        delegate.onOutcome(subject, step, outcome);
    }

    @Override
    public void onRefusal(TestSubject subject, UserStep step, String code) {
        steps.add(new TimedStep(STARTED_AT.get(), Instant.now(), code));
        delegate.onRefusal(subject, step, code);
    }

    public List<TimedStep> steps() {
        return List.copyOf(steps);
    }

    /** One step and its result: {@link #SUCCEEDED} or the code of the refusal. */
    public record TimedStep(Instant startedAt, Instant endedAt, String result) {

        public static final String SUCCEEDED = "succeeded";

        public Duration took() {
            return Duration.between(startedAt, endedAt);
        }
    }
}

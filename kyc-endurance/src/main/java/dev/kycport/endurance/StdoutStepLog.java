package dev.kycport.endurance;

import dev.kycport.domain.SessionId;
import dev.kycport.endurance.user.StepListener;
import dev.kycport.endurance.user.StepOutcome;
import dev.kycport.endurance.user.TestSubject;
import dev.kycport.endurance.user.UserStep;
import java.io.PrintStream;

/**
 * Reports requests and answers of a worker process to its parent. Each line is flushed before the process continues, so the
 * parent knows each request that was made and each answer that a user received.
 */
final class StdoutStepLog implements StepListener {

    static final String READY = "ready";
    static final String DONE = "done";
    static final String CLOCK_ADVANCED = "clock-advanced";

    private static final String TAB = "\t";

    private final PrintStream out;

    StdoutStepLog(PrintStream out) {
        this.out = out;
    }

    @Override
    public void onRequest(TestSubject subject, UserStep step) {
        print("request", subject.name(), step.name());
    }

    @Override
    public void onOutcome(TestSubject subject, UserStep step, StepOutcome outcome) {
        print(
                "outcome",
                subject.name(),
                step.name(),
                outcome.session().value(),
                Long.toString(outcome.revision()),
                outcome.state(),
                outcome.code(),
                Integer.toString(outcome.attempts()),
                outcome.detail());
    }

    @Override
    public void onRefusal(TestSubject subject, UserStep step, String code) {
        print("refusal", subject.name(), step.name(), code);
    }

    synchronized void print(String... fields) {
        out.print(String.join(TAB, fields) + "\n");
        out.flush();
    }

    /** Passes the event of a line to the listener. */
    static void dispatch(String line, StepListener listener) {
        String[] fields = line.split(TAB, -1);
        TestSubject subject = TestSubject.parse(fields[1]);
        UserStep step = UserStep.valueOf(fields[2]);
        switch (fields[0]) {
            case "request" -> listener.onRequest(subject, step);
            case "outcome" -> listener.onOutcome(subject, step, parseOutcome(fields));
            case "refusal" -> listener.onRefusal(subject, step, fields[3]);
            default -> throw new IllegalArgumentException("unknown line of a worker process: " + line);
        }
    }

    private static StepOutcome parseOutcome(String[] fields) {
        return new StepOutcome(
                new SessionId(fields[3]),
                Long.parseLong(fields[4]),
                fields[5],
                fields[6],
                Integer.parseInt(fields[7]),
                fields[8]);
    }
}

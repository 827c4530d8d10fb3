package dev.kycport.endurance;

import dev.kycport.domain.SessionId;
import dev.kycport.endurance.user.StepListener;
import dev.kycport.endurance.user.StepOutcome;
import dev.kycport.endurance.user.TestSubject;
import dev.kycport.endurance.user.UserStep;
import java.io.PrintStream;
import java.util.List;

/**
 * A witness at the end of a pipe: every line is written before the process goes on, so whatever the process did was
 * announced, and whatever it acknowledged was heard. A line that death cut off was never said.
 */
final class StdoutStepLog implements StepListener {

    static final String READY = "ready";
    static final String DONE = "done";

    private static final String TAB = "\t";

    private final PrintStream out;

    StdoutStepLog(PrintStream out) {
        this.out = out;
    }

    void printLine(String text) {
        printFields(text);
    }

    @Override
    public void onRequest(TestSubject testSubject, UserStep userStep) {
        printFields("ask", testSubject.name(), userStep.name());
    }

    @Override
    public void onOutcome(TestSubject testSubject, UserStep userStep, StepOutcome stepOutcome) {
        printFields(
                "ack",
                testSubject.name(),
                userStep.name(),
                stepOutcome.session().value(),
                Long.toString(stepOutcome.revision()),
                stepOutcome.state(),
                stepOutcome.code(),
                Integer.toString(stepOutcome.attempts()),
                stepOutcome.detail());
    }

    @Override
    public void onRefusal(TestSubject testSubject, UserStep userStep, String code) {
        printFields("nay", testSubject.name(), userStep.name(), code);
    }

    /** Tells a witness what a line says; false if it says something else. */
    static boolean dispatch(String line, StepListener stepListener) {
        List<String> fields = List.of(line.split(TAB, -1));
        return switch (fields.get(0)) {
            case "ask" -> {
                stepListener.onRequest(TestSubject.parse(fields.get(1)), UserStep.valueOf(fields.get(2)));
                yield true;
            }
            case "ack" -> {
                stepListener.onOutcome(
                        TestSubject.parse(fields.get(1)), UserStep.valueOf(fields.get(2)), parseOutcome(fields));
                yield true;
            }
            case "nay" -> {
                stepListener.onRefusal(
                        TestSubject.parse(fields.get(1)), UserStep.valueOf(fields.get(2)), fields.get(3));
                yield true;
            }
            default -> false;
        };
    }

    private static StepOutcome parseOutcome(List<String> fields) {
        return new StepOutcome(
                new SessionId(fields.get(3)),
                Long.parseLong(fields.get(4)),
                fields.get(5),
                fields.get(6),
                Integer.parseInt(fields.get(7)),
                fields.get(8));
    }

    private synchronized void printFields(String... fields) {
        out.print(String.join(TAB, fields) + "\n");
        out.flush();
    }
}

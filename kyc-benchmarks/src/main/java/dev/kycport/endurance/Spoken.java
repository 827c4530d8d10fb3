package dev.kycport.endurance;

import dev.kycport.domain.SessionId;
import java.io.PrintStream;
import java.util.List;

/**
 * A witness at the end of a pipe: every line is written before the process goes on, so whatever the process did was
 * announced, and whatever it acknowledged was heard. A line that death cut off was never said.
 */
final class Spoken implements Witness {

    static final String READY = "ready";
    static final String DONE = "done";

    private static final String TAB = "\t";

    private final PrintStream out;

    Spoken(PrintStream out) {
        this.out = out;
    }

    void say(String word) {
        line(word);
    }

    @Override
    public void asked(Subject subject, Step step) {
        line("ask", subject.name(), step.name());
    }

    @Override
    public void landed(Subject subject, Step step, Landing landing) {
        line(
                "ack",
                subject.name(),
                step.name(),
                landing.session().value(),
                Long.toString(landing.revision()),
                landing.state(),
                landing.code(),
                Integer.toString(landing.attempts()),
                landing.detail());
    }

    @Override
    public void refused(Subject subject, Step step, String code) {
        line("nay", subject.name(), step.name(), code);
    }

    /** Tells a witness what a line says; false if it says something else. */
    static boolean hear(String line, Witness witness) {
        List<String> words = List.of(line.split(TAB, -1));
        return switch (words.get(0)) {
            case "ask" -> {
                witness.asked(Subject.named(words.get(1)), Step.valueOf(words.get(2)));
                yield true;
            }
            case "ack" -> {
                witness.landed(Subject.named(words.get(1)), Step.valueOf(words.get(2)), landing(words));
                yield true;
            }
            case "nay" -> {
                witness.refused(Subject.named(words.get(1)), Step.valueOf(words.get(2)), words.get(3));
                yield true;
            }
            default -> false;
        };
    }

    private static Landing landing(List<String> words) {
        return new Landing(
                new SessionId(words.get(3)),
                Long.parseLong(words.get(4)),
                words.get(5),
                words.get(6),
                Integer.parseInt(words.get(7)),
                words.get(8));
    }

    private synchronized void line(String... words) {
        out.print(String.join(TAB, words) + "\n");
        out.flush();
    }
}

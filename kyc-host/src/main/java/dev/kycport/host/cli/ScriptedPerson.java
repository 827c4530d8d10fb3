package dev.kycport.host.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody who says what is written for them; what they type is shown as it would look at a terminal, or as dots. */
final class ScriptedPerson implements Person {

    private static final int DOTS = 6;

    private final Map<Question, Deque<Line>> lines = new EnumMap<>(Question.class);
    private final Terminal terminal;

    ScriptedPerson(List<Line> script, Terminal terminal) {
        this.terminal = terminal;
        script.forEach(line ->
                lines.computeIfAbsent(line.to(), question -> new ArrayDeque<>()).add(line));
    }

    @Override
    public Optional<String> answer(Question question, String prompt) {
        Optional<Line> line = Optional.ofNullable(
                lines.getOrDefault(question, new ArrayDeque<>()).poll());
        line.ifPresent(said -> {
            terminal.meanwhile(said.meanwhile());
            terminal.ask(prompt);
            terminal.typed(
                    said.isOpen()
                            ? said.text()
                            : Mark.HIDDEN.in(terminal.look()).repeat(DOTS));
        });
        return line.map(Line::text);
    }

    /**
     * One answer.
     *
     * @param meanwhile what happens away from the screen before it
     * @param text what is typed
     */
    record Line(Question to, String meanwhile, String text) {

        boolean isOpen() {
            return to == Question.CONSENT || to == Question.AGAIN;
        }

        @Override
        public String toString() {
            return "Line[" + to + "]";
        }
    }
}

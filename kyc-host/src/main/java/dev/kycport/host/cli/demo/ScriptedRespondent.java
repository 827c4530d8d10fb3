package dev.kycport.host.cli.demo;

import dev.kycport.host.cli.option.Question;
import dev.kycport.host.cli.session.Respondent;
import dev.kycport.host.cli.terminal.Symbol;
import dev.kycport.host.cli.terminal.Terminal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives scripted answers, and prints each as it would look at a terminal, or as dots. */
final class ScriptedRespondent implements Respondent {

    private static final int DOTS = 6;

    private final Map<Question, Deque<ScriptedAnswer>> lines = new EnumMap<>(Question.class);
    private final Terminal terminal;

    ScriptedRespondent(List<ScriptedAnswer> script, Terminal terminal) {
        this.terminal = terminal;
        script.forEach(answer -> lines.computeIfAbsent(answer.question(), question -> new ArrayDeque<>())
                .add(answer));
    }

    @Override
    public Optional<String> answer(Question question, String prompt) {
        Optional<ScriptedAnswer> line = Optional.ofNullable(
                lines.getOrDefault(question, new ArrayDeque<>()).poll());
        line.ifPresent(answer -> {
            terminal.aside(answer.narration());
            terminal.ask(prompt);
            terminal.echo(
                    answer.isVisible()
                            ? answer.text()
                            : Symbol.MASK.text(terminal.capabilities()).repeat(DOTS));
        });
        return line.map(ScriptedAnswer::text);
    }

    /**
     * One answer.
     *
     * @param narration what happens before it, away from the screen
     * @param text what is typed
     */
    record ScriptedAnswer(Question question, String narration, String text) {

        boolean isVisible() {
            return question == Question.CONSENT || question == Question.RETRY;
        }

        @Override
        public String toString() {
            return "ScriptedAnswer[" + question + "]";
        }
    }
}

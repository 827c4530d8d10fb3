package dev.kycport.host.cli.session;

import dev.kycport.host.cli.option.Question;
import dev.kycport.host.cli.terminal.Keyboard;
import dev.kycport.host.cli.terminal.Terminal;
import java.util.Optional;

/** A person at the terminal. */
final class InteractiveRespondent implements Respondent {

    private final Terminal terminal;
    private final Keyboard keyboard;

    InteractiveRespondent(Terminal terminal, Keyboard keyboard) {
        this.terminal = terminal;
        this.keyboard = keyboard;
    }

    @Override
    public Optional<String> answer(Question question, String prompt) {
        terminal.ask(prompt);
        return question.hidden() ? keyboard.readHiddenLine() : keyboard.readLine();
    }
}

package dev.kycport.host.cli;

import java.util.Optional;

/** The person at the terminal. */
final class TypingPerson implements Person {

    private final Terminal terminal;
    private final Keyboard keyboard;

    TypingPerson(Terminal terminal, Keyboard keyboard) {
        this.terminal = terminal;
        this.keyboard = keyboard;
    }

    @Override
    public Optional<String> answer(Question question, String prompt) {
        terminal.ask(prompt);
        return question.hidden() ? keyboard.hiddenLine() : keyboard.line();
    }
}

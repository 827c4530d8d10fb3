package dev.kycport.host.cli;

import java.io.Console;
import java.util.Optional;

/** The keyboard of the terminal that the program was started at. */
final class ConsoleKeyboard implements Keyboard {

    private final Console console;

    private ConsoleKeyboard(Console console) {
        this.console = console;
    }

    /** The keyboard, if input and output are a terminal. */
    static Optional<Keyboard> attached() {
        // From 22 on the usual console is there even where nobody is.
        System.setProperty("jdk.console", "java.base");
        return Optional.ofNullable(System.console()).map(ConsoleKeyboard::new);
    }

    @Override
    public Optional<String> line() {
        return Optional.ofNullable(console.readLine());
    }

    @Override
    public Optional<String> hiddenLine() {
        return Optional.ofNullable(console.readPassword()).map(String::new);
    }
}

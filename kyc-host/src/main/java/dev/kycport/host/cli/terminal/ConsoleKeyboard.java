package dev.kycport.host.cli.terminal;

import java.io.Console;
import java.util.Optional;

/** The keyboard of the terminal that the program was started at. */
public final class ConsoleKeyboard implements Keyboard {

    private final Console console;

    private ConsoleKeyboard(Console console) {
        this.console = console;
    }

    /** The keyboard, if input and output are a terminal. */
    public static Optional<Keyboard> find() {
        // From 22 on the usual console is there even where nobody is.
        System.setProperty("jdk.console", "java.base");
        return Optional.ofNullable(System.console()).map(ConsoleKeyboard::new);
    }

    @Override
    public Optional<String> readLine() {
        return Optional.ofNullable(console.readLine());
    }

    @Override
    public Optional<String> readHiddenLine() {
        return Optional.ofNullable(console.readPassword()).map(String::new);
    }
}

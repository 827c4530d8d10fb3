package dev.kycport.host.cli.terminal;

import java.io.Console;
import java.util.Optional;

/** Reads from the terminal that the process was started in, with the JDK's {@link Console}. */
public record ConsoleKeyboard(Console console) implements Keyboard {

    /** The keyboard, if standard input and standard output are a terminal. */
    public static Optional<Keyboard> find() {
        // From JDK 22 on the default console exists even without a terminal.
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

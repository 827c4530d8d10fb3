package dev.kycport.host.cli.terminal;

import java.util.Optional;

/** Reads lines that a person types. */
public interface Keyboard {

    /** The next line; empty at the end of input. */
    Optional<String> readLine();

    /** The next line, read without echo; empty at the end of input. */
    Optional<String> readHiddenLine();
}

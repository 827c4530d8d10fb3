package dev.kycport.host.cli.terminal;

import java.util.Optional;

/** Where a person types. */
public interface Keyboard {

    /** The next line, or nothing if the person has left. */
    Optional<String> readLine();

    /** The next line, without showing what is typed. */
    Optional<String> readHiddenLine();
}

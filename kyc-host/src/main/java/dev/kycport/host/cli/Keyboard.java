package dev.kycport.host.cli;

import java.util.Optional;

/** Where a person types. */
interface Keyboard {

    /** The next line, or nothing if the person has left. */
    Optional<String> line();

    /** The next line, without showing what is typed. */
    Optional<String> hiddenLine();
}

package dev.kycport.host.cli;

import java.util.Optional;

/** Somebody who answers questions. */
interface Person {

    /** What they type, or nothing if they have left. */
    Optional<String> answer(Question question, String prompt);
}

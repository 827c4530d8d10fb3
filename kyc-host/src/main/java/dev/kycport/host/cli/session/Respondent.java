package dev.kycport.host.cli.session;

import dev.kycport.host.cli.option.Question;
import java.util.Optional;

/** Answers questions: a person at the terminal, or a script. */
public interface Respondent {

    /** The answer as typed; empty at the end of input. */
    Optional<String> answer(Question question, String prompt);
}

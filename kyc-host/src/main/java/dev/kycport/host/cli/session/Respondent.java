package dev.kycport.host.cli.session;

import dev.kycport.host.cli.option.Question;
import java.util.Optional;

/** Somebody who answers questions. */
public interface Respondent {

    /** What they type, or nothing if they have left. */
    Optional<String> answer(Question question, String prompt);
}

package dev.kycport.domain.consent;

import dev.kycport.domain.failure.Field;
import dev.kycport.domain.failure.InputRejection;
import io.vavr.control.Either;
import java.util.regex.Pattern;

/**
 * The host's own name for the person, such as a customer id: at most {@value #LONGEST} characters, and never an identity
 * number, since it is stored and printed.
 */
public record SubjectRef(String value) {

    /** The longest reference a host may use. */
    public static final int LONGEST = 128;

    private static final Pattern LOOKS_LIKE_A_NUMBER =
            Pattern.compile("[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}([ -]?[0-9]{4})?");

    /** The reference, or why the text cannot be one. */
    public static Either<InputRejection, SubjectRef> parse(String text) {
        return Field.SUBJECT
                .text(text, LONGEST)
                .filterOrElse(
                        subject -> !LOOKS_LIKE_A_NUMBER.matcher(subject).matches(),
                        subject -> Field.SUBJECT.because("must not look like an identity number"))
                .map(SubjectRef::new);
    }

    @Override
    public String toString() {
        return value;
    }
}

package dev.kycport.domain.consent;

import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.IdentityNumberDetector;
import io.vavr.control.Either;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The host's own reference for the person, such as a customer id, at most {@value #MAX_LENGTH} characters. Never an
 * identity number, because it is stored and printed.
 */
public record SubjectRef(String value) {

    /** The maximum length. */
    public static final int MAX_LENGTH = 128;

    /** The reference; Left {@code input.invalid}, also for what looks like an identity number. */
    public static Either<KycFailure, SubjectRef> parse(@Nullable String text) {
        return InputField.SUBJECT
                .parseText(text, MAX_LENGTH)
                .filterOrElse(
                        subject -> !looksLikeANumber(subject) && !IdentityNumberDetector.containsNumber(subject),
                        subject -> InputField.SUBJECT.reject("must not look like an identity number"))
                .map(SubjectRef::new);
    }

    // In any script and however divided: 9999 4105 7058 is the same number with dots between.
    private static boolean looksLikeANumber(String text) {
        int[] signs = text.codePoints().filter(Character::isLetterOrDigit).toArray();
        return (signs.length == 12 || signs.length == 16)
                && Arrays.stream(signs).allMatch(Character::isDigit);
    }

    @Override
    public String toString() {
        return value;
    }
}

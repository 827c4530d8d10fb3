package dev.kycport.domain.consent;

import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.IdentityNumberDetector;
import io.vavr.control.Either;
import org.jspecify.annotations.Nullable;

/**
 * What the identity is used for, in the words that the person agreed to and the provider receives; 1 to {@value
 * #MAX_LENGTH} characters.
 */
public record Purpose(String value) {

    /** The maximum length; some providers receive it in a URL. */
    public static final int MAX_LENGTH = 200;

    /** The purpose; Left {@code input.invalid}. */
    public static Either<KycFailure, Purpose> parse(@Nullable String text) {
        return InputField.PURPOSE
                .parseText(text, MAX_LENGTH)
                .filterOrElse(
                        purpose -> !IdentityNumberDetector.containsNumber(purpose),
                        purpose -> InputField.PURPOSE.reject("must not contain an identity number"))
                .map(Purpose::new);
    }

    @Override
    public String toString() {
        return value;
    }
}

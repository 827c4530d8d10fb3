package dev.kycport.domain.consent;

import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import org.jspecify.annotations.Nullable;

/** What the identity is wanted for, in words the person agreed to and the provider is told; 1 to {@value #MAX_LENGTH} characters. */
public record Purpose(String value) {

    /** The longest purpose: it is sent in a URL by some providers. */
    public static final int MAX_LENGTH = 200;

    /** The purpose, or why the text cannot be one. */
    public static Either<KycFailure, Purpose> parse(@Nullable String text) {
        return InputField.PURPOSE.parseText(text, MAX_LENGTH).map(Purpose::new);
    }

    @Override
    public String toString() {
        return value;
    }
}

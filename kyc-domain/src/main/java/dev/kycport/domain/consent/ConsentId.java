package dev.kycport.domain.consent;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a consent: 128 random bits as 22 URL-safe characters. */
public record ConsentId(String value) {

    private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9_-]{22}");

    public ConsentId {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("a consent id is 22 URL-safe characters");
        }
    }

    /** The id made of 16 random bytes. */
    public static ConsentId of(byte[] random) {
        return new ConsentId(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** The id, or nothing if the text does not have its form. */
    public static Optional<ConsentId> tryParse(@Nullable String text) {
        return text != null && PATTERN.matcher(text).matches() ? Optional.of(new ConsentId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

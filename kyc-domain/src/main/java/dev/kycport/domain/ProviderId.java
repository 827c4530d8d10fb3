package dev.kycport.domain;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name under which a provider is configured, such as {@code deepvue}: a lower-case letter, then at most 31 lower-case
 * letters, digits or hyphens.
 */
public record ProviderId(String value) {

    private static final Pattern PATTERN = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public ProviderId {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("a provider id is a lower-case letter, then letters, digits or hyphens");
        }
    }

    /** The id, or nothing if the text does not have its form. */
    public static Optional<ProviderId> tryParse(@Nullable String text) {
        return text != null && PATTERN.matcher(text).matches() ? Optional.of(new ProviderId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

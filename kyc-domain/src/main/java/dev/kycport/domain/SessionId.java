package dev.kycport.domain;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a session: 128 random bits as 22 URL-safe characters, never derived from the person or their number. */
public record SessionId(String value) {

    /** The number of random bytes in an id. */
    public static final int BYTES = 16;

    private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9_-]{22}");

    public SessionId {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("a session id is 22 URL-safe characters");
        }
    }

    /** The id made of {@value #BYTES} random bytes. */
    public static SessionId of(byte[] random) {
        return new SessionId(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** The id, or nothing if the text does not have its form. */
    public static Optional<SessionId> tryParse(@Nullable String text) {
        return text != null && PATTERN.matcher(text).matches() ? Optional.of(new SessionId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

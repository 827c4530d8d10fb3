package dev.kycport.domain;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a session: 128 random bits as 22 URL-safe characters, never derived from the person or their number. */
public record SessionId(String value) {

    /** How many random bytes a session id is made of. */
    public static final int BYTES = 16;

    private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9_-]{22}");

    public SessionId {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("a session id is 22 URL-safe characters");
        }
    }

    /** The id made of these {@value #BYTES} random bytes. */
    public static SessionId of(byte[] random) {
        return new SessionId(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** The session of that name, or nothing if the text cannot be one. */
    public static Optional<SessionId> tryParse(@Nullable String text) {
        return text != null && PATTERN.matcher(text).matches() ? Optional.of(new SessionId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

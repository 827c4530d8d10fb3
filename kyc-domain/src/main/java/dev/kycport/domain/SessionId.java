package dev.kycport.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of a session: 128 bits as 22 URL-safe characters, random or from a random key of the host, never derived from the person or
 * their number.
 */
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

    /**
     * The id of a session that is opened under an idempotency key: always the same for the same key, and as hard to guess as the
     * key.
     */
    public static SessionId ofKey(String idempotencyKey) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("kycport-session:" + idempotencyKey).getBytes(StandardCharsets.UTF_8));
            return of(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
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

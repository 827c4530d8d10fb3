package dev.kycport.http.settings;

import dev.kycport.http.internal.crypto.Hashes;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * A key of a caller, known by its hash alone. The key itself is 256 random bits, so that a plain hash suffices: nobody can guess
 * it from the hash.
 *
 * @param name the caller, for logs; 1 to 64 letters, digits, dots, hyphens and underscores
 * @param scope what the key may do
 * @param sha256 the SHA-256 of the key, as 64 lower-case hexadecimal digits
 */
public record ApiKey(String name, Scope scope, String sha256) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int BYTES = 32;

    public ApiKey {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a key's name has 1 to 64 letters, digits, dots, hyphens, underscores");
        }
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a key is known by its SHA-256, 64 lower-case hexadecimal digits");
        }
    }

    /** A new key: the text that the caller sends; {@link #known} makes the part that is configured. */
    public static String generate(Scope scope, IntFunction<byte[]> randomness) {
        return "kyc_" + scope.code() + "_" + Hashes.urlText(randomness.apply(BYTES));
    }

    /** The part of a generated key that may be stored. */
    public static ApiKey known(String name, Scope scope, String key) {
        return new ApiKey(name, scope, Hashes.sha256(key));
    }

    /** What a key may do. */
    public enum Scope {
        /** Open sessions and take their steps, read their results. */
        SESSION("session"),
        /** See all sessions, masked, and the metrics; take no step. */
        OPERATOR("operator");

        private final String code;

        Scope(String code) {
            this.code = code;
        }

        /** The name in the configuration and in keys. */
        public String code() {
            return code;
        }

        /** The scope of that name, or nothing. */
        public static Optional<Scope> fromCode(String code) {
            return Arrays.stream(values())
                    .filter(scope -> scope.code.equals(code))
                    .findFirst();
        }
    }
}

package dev.kycport.http.internal.security;

import dev.kycport.http.internal.crypto.Hashes;
import dev.kycport.http.settings.ApiKey;
import java.util.List;
import java.util.Optional;

/** The keys that callers may present. */
public final class ApiKeys {

    private static final String SCHEME = "Bearer ";
    private static final int MAX_LENGTH = 200;

    private final List<ApiKey> known;

    public ApiKeys(List<ApiKey> known) {
        this.known = List.copyOf(known);
    }

    /**
     * A caller who has presented a key.
     *
     * @param secret the key itself, which only derives other keys and is stored nowhere
     */
    public record Caller(ApiKey key, String secret) {

        @Override
        public String toString() {
            return "Caller[" + key.name() + "]";
        }
    }

    /** The caller of an {@code Authorization} header, or nothing. Every known key is compared, in constant time. */
    public Optional<Caller> authenticate(Optional<String> authorization) {
        return authorization
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip())
                .filter(secret -> !secret.isEmpty() && secret.length() <= MAX_LENGTH)
                .flatMap(this::find);
    }

    /** The caller of a presented key, or nothing. */
    public Optional<Caller> find(String secret) {
        String hash = Hashes.sha256(secret);
        Optional<ApiKey> found = Optional.empty();
        for (ApiKey key : known) {
            if (Hashes.matches(key.sha256(), hash)) {
                found = Optional.of(key);
            }
        }
        return found.map(key -> new Caller(key, secret));
    }
}

package dev.kycport.domain;

import java.util.Optional;

/**
 * A provider's own reference (a session id, a reference id, a client id). Opaque to us, needed for the next call; 1 to
 * {@value #MAX_LENGTH} visible ASCII characters.
 */
public record ProviderReference(String value) {

    /** The documented references of all vendors are far shorter. Adapters reject longer ones as unintelligible. */
    public static final int MAX_LENGTH = 512;

    public ProviderReference {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a provider's reference has 1 to " + MAX_LENGTH + " visible characters");
        }
    }

    /** The reference, or nothing if the text does not have its form. */
    public static Optional<ProviderReference> tryParse(String text) {
        return isValid(text) ? Optional.of(new ProviderReference(text)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH && text.chars().allMatch(c -> c > ' ' && c < 127);
    }
}

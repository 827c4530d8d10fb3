package dev.kycport.domain;

import java.util.Optional;

/**
 * What a provider calls its own side of a session (a session id, a reference id, a client id). Opaque to us, needed for the
 * next call, at most {@value #MAX_LENGTH} characters.
 */
public record ProviderReference(String value) {

    /** No vendor's documented reference comes near this; longer ones are refused as unintelligible by the adapters. */
    public static final int MAX_LENGTH = 512;

    public ProviderReference {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a provider's reference has 1 to " + MAX_LENGTH + " visible characters");
        }
    }

    /** The reference of that name, or nothing if the text cannot be one: it is 1 to {@value #MAX_LENGTH} visible ASCII characters. */
    public static Optional<ProviderReference> tryParse(String text) {
        return isValid(text) ? Optional.of(new ProviderReference(text)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH && text.chars().allMatch(c -> c > ' ' && c < 127);
    }
}

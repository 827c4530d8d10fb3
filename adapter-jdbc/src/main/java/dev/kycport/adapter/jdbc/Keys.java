package dev.kycport.adapter.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import dev.kycport.ports.StoreUnavailableException;

/**
 * The keys of a store. As text they are {@code {"identity":…,"numbers":…}} on one line, each a keyset in Tink's JSON.
 *
 * @param identity what identities are sealed under: AES-256-GCM
 * @param numbers what numbers are hashed with: HMAC-SHA-256
 */
record Keys(Keyset identity, Keyset numbers) {

    private static final String IDENTITY = "identity";
    private static final String NUMBERS = "numbers";
    private static final Parameters SEALING = PredefinedAeadParameters.AES256_GCM;
    private static final Parameters HASHING = PredefinedMacParameters.HMAC_SHA256_256BITTAG;

    static Keys generate() {
        return new Keys(Keyset.generate(SEALING), Keyset.generate(HASHING));
    }

    /**
     * The keys that this text holds.
     *
     * @param source where it comes from, for the message
     */
    static Keys parse(String source, String text) {
        JsonNode tree = tree(source, text);
        return new Keys(part(source, tree, IDENTITY, SEALING), part(source, tree, NUMBERS, HASHING));
    }

    Keys with(Keyset otherIdentity) {
        return new Keys(otherIdentity, numbers);
    }

    /** The whole secret as text, for the file in which it is kept. */
    String reveal() {
        // Tink writes several lines, and a secret that comes through the environment has only one.
        return "{\"" + IDENTITY + "\":" + tree("", identity.reveal()) + ",\"" + NUMBERS + "\":"
                + tree("", numbers.reveal()) + "}";
    }

    @Override
    public String toString() {
        return "Keys[hidden]";
    }

    private static JsonNode tree(String source, String text) {
        try {
            return JsonRecord.MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            // Not as the cause: it quotes what it read.
            throw new StoreUnavailableException(source + " holds no keys: it is not JSON. " + Advice.MAKE_KEYS);
        }
    }

    private static Keyset part(String source, JsonNode tree, String name, Parameters kind) {
        return Keyset.parse(tree.path(name).toString(), kind)
                .orElseThrow(() -> new StoreUnavailableException(source + " holds no usable keys for \"" + name
                        + "\": it must be a Tink keyset of " + kind(kind) + ". " + Advice.MAKE_KEYS));
    }

    private static String kind(Parameters kind) {
        return kind.equals(SEALING) ? "AES-256-GCM" : "HMAC-SHA-256";
    }
}

package dev.kycport.adapter.jdbc.internal.crypto;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import dev.kycport.ports.store.StoreUnavailableException;

/**
 * The keys of a store. As text: {@code {"identity":…,"numbers":…}} on one line, both keysets in Tink's JSON.
 *
 * @param identity encrypts identities: AES-256-GCM
 * @param numbers hashes identity numbers: HMAC-SHA-256
 */
public record StoreKeys(TinkKeyset identity, TinkKeyset numbers) {

    /** The end of messages about missing keys. */
    static final String CREATE_HINT = "Make a key file with: kyc keys new FILE";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String IDENTITY = "identity";
    private static final String NUMBERS = "numbers";
    private static final Parameters IDENTITY_PARAMETERS = PredefinedAeadParameters.AES256_GCM;
    private static final Parameters NUMBER_PARAMETERS = PredefinedMacParameters.HMAC_SHA256_256BITTAG;

    public static StoreKeys generate() {
        return new StoreKeys(TinkKeyset.generate(IDENTITY_PARAMETERS), TinkKeyset.generate(NUMBER_PARAMETERS));
    }

    /**
     * Reads keys from text.
     *
     * @param source names the origin of the text in error messages
     */
    public static StoreKeys parse(String source, String text) {
        JsonNode tree = tree(source, text);
        return new StoreKeys(
                part(source, tree, IDENTITY, IDENTITY_PARAMETERS), part(source, tree, NUMBERS, NUMBER_PARAMETERS));
    }

    public StoreKeys withIdentityKeys(TinkKeyset otherIdentity) {
        return new StoreKeys(otherIdentity, numbers);
    }

    /** The secret keys as text, for the key file. */
    public String reveal() {
        // Tink writes several lines, but a secret in an environment variable has only one.
        return "{\"" + IDENTITY + "\":" + tree("", identity.reveal()) + ",\"" + NUMBERS + "\":"
                + tree("", numbers.reveal()) + "}";
    }

    @Override
    public String toString() {
        return "StoreKeys[hidden]";
    }

    private static JsonNode tree(String source, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            // Without the cause, which quotes the text.
            throw new StoreUnavailableException(source + " holds no keys: it is not JSON. " + CREATE_HINT);
        }
    }

    private static TinkKeyset part(String source, JsonNode tree, String name, Parameters kind) {
        return TinkKeyset.parse(tree.path(name).toString(), kind)
                .orElseThrow(() -> new StoreUnavailableException(source + " holds no usable keys for \"" + name
                        + "\": it must be a Tink keyset of " + kind(kind) + ". " + CREATE_HINT));
    }

    private static String kind(Parameters kind) {
        return kind.equals(IDENTITY_PARAMETERS) ? "AES-256-GCM" : "HMAC-SHA-256";
    }
}

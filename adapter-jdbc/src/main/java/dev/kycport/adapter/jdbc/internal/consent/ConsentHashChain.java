package dev.kycport.adapter.jdbc.internal.consent;

import dev.kycport.domain.consent.ConsentId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash chain of a consent's ledger entries. The hash of each entry covers the previous hash, so nobody can change, remove or
 * move an entry without rewriting all later ones. Each consent has its own chain, so consents do not wait for each other.
 */
final class ConsentHashChain {

    private ConsentHashChain() {}

    /** The previous hash of the first entry. */
    static String genesisHash(String consent) {
        return sha256("kycport consent\n" + consent);
    }

    /**
     * The hash of an entry, in hexadecimal. Consent, position and hash hold no line break, so the input is unambiguous.
     *
     * @param event exactly as it is stored
     */
    static String nextHash(String previousHash, String consent, int position, String event) {
        return sha256(previousHash + "\n" + consent + "\n" + position + "\n" + event);
    }

    static String genesisHash(ConsentId consent) {
        return genesisHash(consent.value());
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}

package dev.kycport.adapter.jdbc.internal.consent;

import dev.kycport.domain.consent.ConsentId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How the links of a consent hang together: the hash of each covers the hash before it, so a link cannot be changed, taken out or
 * moved without all that follow being written anew. Each consent has a chain of its own; no two consents wait for each
 * other.
 */
final class ConsentHashChain {

    private ConsentHashChain() {}

    /** What takes the place of the hash before the first link. */
    static String genesisHash(String consent) {
        return sha256("kycport consent\n" + consent);
    }

    /**
     * The hash of a link, in hexadecimal. Consent, position and hash hold no line break, so no two links read alike.
     *
     * @param event as it is stored, to the letter
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

package dev.kycport.adapter.jdbc.internal.crypto;

import com.google.crypto.tink.Mac;
import dev.kycport.domain.identity.IdentityNumber;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/**
 * Replaces an identity number where it must not be stored: HMAC-SHA-256 under a key of its own. There are so few numbers that a
 * hash without a secret key could be reversed.
 */
public final class NumberHash {

    private final Mac mac;

    public NumberHash(TinkKeyset numbers) {
        this.mac = numbers.primitive(Mac.class);
    }

    /** The hash in hexadecimal; equal numbers of the same kind have equal hashes. */
    public String hash(IdentityNumber number) {
        String kind = number.match(aadhaar -> "aadhaar", vid -> "vid");
        try {
            byte[] code = mac.computeMac((kind + " " + number.reveal()).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(code);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the cryptography of this machine does not work");
        }
    }
}

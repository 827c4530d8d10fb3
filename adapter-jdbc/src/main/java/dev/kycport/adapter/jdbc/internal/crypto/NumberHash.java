package dev.kycport.adapter.jdbc.internal.crypto;

import com.google.crypto.tink.Mac;
import dev.kycport.domain.identity.IdentityNumber;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/**
 * What stands for an identity number where the number itself may not: HMAC-SHA-256 under a key of its own. Without that key
 * there are too few numbers for a hash to hide one.
 */
public final class NumberHash {

    private final Mac mac;

    public NumberHash(TinkKeyset numbers) {
        this.mac = numbers.primitive(Mac.class);
    }

    /** The same text for the same number of the same kind, in hexadecimal. */
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

package dev.kycport.http.internal.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes of texts that have enough randomness, and keyed hashes of those that have not. */
public final class Hashes {

    private static final String HMAC = "HmacSHA256";

    private Hashes() {}

    /** The SHA-256, as 64 hexadecimal digits. Only for texts that nobody can guess. */
    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** The HMAC-SHA256 under a key that nobody can guess. */
    public static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            for (byte[] part : parts) {
                mac.update(Integer.toString(part.length).getBytes(StandardCharsets.US_ASCII));
                mac.update((byte) ':');
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + HMAC, impossible);
        }
    }

    /** The HMAC-SHA256 of texts, as 64 hexadecimal digits. */
    public static String hmac(String key, String first, String second) {
        return HexFormat.of().formatHex(hmac(utf8(key), utf8(first), utf8(second)));
    }

    /** Whether two texts are the same, in a time that does not depend on where they differ. */
    public static boolean matches(String one, String other) {
        return MessageDigest.isEqual(utf8(one), utf8(other));
    }

    /** Bytes as text that fits a URL. */
    public static String urlText(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

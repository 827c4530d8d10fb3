package dev.kycport.tck.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** UIDAI's hash of contact data. */
public final class ContactHash {

    private ContactHash() {}

    /** SHA-256 in hexadecimal, of the text and then of its own result, so often in total. */
    public static String of(String text, int rounds) {
        return Stream.iterate(text, ContactHash::sha256)
                .skip(rounds)
                .findFirst()
                .orElseThrow();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

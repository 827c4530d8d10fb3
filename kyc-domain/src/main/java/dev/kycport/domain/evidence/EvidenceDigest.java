package dev.kycport.domain.evidence;

import dev.kycport.domain.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a document as it was handed in: what a host keeps in its place, to prove later which document it checked.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record EvidenceDigest(String hex) {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public EvidenceDigest {
        if (!SHA_256.matcher(hex).matches()) {
            throw new IllegalArgumentException("a digest is 64 hexadecimal digits");
        }
    }

    /** The digest of these bytes. */
    public static EvidenceDigest of(Bytes document) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            document.addTo(digest);
            return new EvidenceDigest(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}

package dev.kycport.domain.evidence;

import java.time.Instant;

/**
 * Whose signature a document carries.
 *
 * @param name the common name in the certificate
 * @param fingerprint the SHA-256 of the certificate
 * @param validFrom the first instant at which its signatures count
 * @param validUntil the last one
 */
public record EvidenceSigner(String name, EvidenceDigest fingerprint, Instant validFrom, Instant validUntil) {

    public EvidenceSigner {
        if (validUntil.isBefore(validFrom)) {
            throw new IllegalArgumentException("a signer's period must not end before it begins");
        }
    }

    /** Whether its signatures count at that instant; both ends belong to the period. */
    public boolean isValidAt(Instant time) {
        return !time.isBefore(validFrom) && !time.isAfter(validUntil);
    }
}

package dev.kycport.domain.evidence;

import java.util.Set;

/**
 * A certificate of the trust store.
 *
 * @param signer who it is, and its period
 * @param purposes what it is trusted for; never empty
 * @param shipped whether it comes with KycPort, rather than from the operator's file
 */
public record TrustedSigner(EvidenceSigner signer, Set<SignerPurpose> purposes, boolean shipped) {

    public TrustedSigner {
        purposes = Set.copyOf(purposes);
        if (purposes.isEmpty()) {
            throw new IllegalArgumentException("a signer is trusted for at least one purpose");
        }
    }
}

package dev.kycport.adapter.uidai.internal.signer;

import dev.kycport.domain.evidence.EvidenceSigner;
import dev.kycport.domain.evidence.TrustedSigner;
import java.security.cert.X509Certificate;

/** A certificate of the trust store, and what is said of it outside this module. */
public record SignerEntry(X509Certificate certificate, TrustedSigner trusted) {

    public EvidenceSigner signer() {
        return trusted.signer();
    }
}

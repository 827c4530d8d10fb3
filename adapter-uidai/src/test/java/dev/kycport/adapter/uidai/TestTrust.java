package dev.kycport.adapter.uidai;

import dev.kycport.adapter.uidai.internal.signer.Certificates;
import dev.kycport.adapter.uidai.internal.signer.SignerEntry;
import dev.kycport.domain.evidence.EvidenceSigner;
import dev.kycport.domain.evidence.SignerPurpose;
import dev.kycport.domain.evidence.TrustedSigner;
import java.security.cert.X509Certificate;
import java.util.Set;

/** Entries of a trust store, for certificates of test signers. */
final class TestTrust {

    private TestTrust() {}

    static SignerEntry entry(X509Certificate certificate, SignerPurpose... purposes) {
        return new SignerEntry(
                certificate,
                new TrustedSigner(
                        new EvidenceSigner(
                                Certificates.commonName(certificate),
                                Certificates.fingerprint(certificate),
                                certificate.getNotBefore().toInstant(),
                                certificate.getNotAfter().toInstant()),
                        Set.of(purposes),
                        false));
    }
}

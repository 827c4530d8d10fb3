package dev.kycport.adapter.uidai;

import dev.kycport.adapter.uidai.internal.signer.TrustStore;
import dev.kycport.domain.evidence.SignerPurpose;
import dev.kycport.ports.evidence.EvidenceVerifier;
import dev.kycport.tck.evidence.EvidenceVerifierContract;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UidaiVerifierContractTest extends EvidenceVerifierContract {

    @Override
    protected EvidenceVerifier verifierTrusting(List<X509Certificate> signers) {
        return new UidaiVerifier(new TrustStore(signers.stream()
                .map(certificate -> TestTrust.entry(certificate, SignerPurpose.OFFLINE_XML))
                .toList()));
    }
}

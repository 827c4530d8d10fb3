package dev.kycport.adapter.uidai;

import dev.kycport.adapter.uidai.internal.signer.TrustStore;
import dev.kycport.ports.evidence.EvidenceVerifier;
import dev.kycport.ports.spi.EvidenceVerifierFactory;
import java.nio.file.Path;
import java.util.Optional;

/** Creates the verifier of documents that UIDAI or DigiLocker signed. */
public final class UidaiVerifierFactory implements EvidenceVerifierFactory {

    @Override
    public EvidenceVerifier create(Optional<Path> signerFile) {
        return new UidaiVerifier(TrustStore.load(signerFile));
    }
}

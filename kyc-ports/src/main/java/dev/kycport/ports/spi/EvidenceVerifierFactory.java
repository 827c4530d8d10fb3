package dev.kycport.ports.spi;

import dev.kycport.ports.evidence.EvidenceVerifier;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Creates the verifier of signed documents. Found by {@code ServiceLoader}; at most one on the class path. Needs a public
 * constructor without parameters, which does nothing.
 */
public interface EvidenceVerifierFactory {

    /**
     * Creates the verifier, which trusts the shipped certificates and those in the operator's file.
     *
     * @param signerFile {@code kyc.evidence.signers}; read once, now
     * @throws IllegalArgumentException if the file cannot be read or a certificate in it cannot be used; the message names
     *     the file and the line
     */
    EvidenceVerifier create(Optional<Path> signerFile);
}

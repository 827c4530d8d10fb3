package dev.kycport.adapter.uidai.internal.document;

import dev.kycport.domain.evidence.EvidenceKind;
import dev.kycport.domain.evidence.EvidenceSigner;
import java.time.Instant;
import java.util.Optional;

/**
 * A document under a trusted signature.
 *
 * @param layout the version that it names
 * @param signer whose signature it is
 * @param generatedAt when it was made; empty if its layout does not say
 * @param reading what it says; empty if its layout is not known
 */
public record CheckedDocument(
        EvidenceKind kind,
        String layout,
        EvidenceSigner signer,
        Optional<Instant> generatedAt,
        Optional<ParsedDocument> reading) {}

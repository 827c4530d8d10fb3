package dev.kycport.ports.evidence;

import dev.kycport.domain.evidence.Evidence;
import dev.kycport.domain.evidence.EvidenceDigest;
import dev.kycport.domain.evidence.EvidenceVerdict;
import dev.kycport.domain.identity.AadhaarHolder;
import java.util.Optional;

/**
 * What a check concluded.
 *
 * @param verdict the conclusion
 * @param reason one phrase for an operator, such as {@code has two signatures}; never holds anything from the document
 * @param digest of the file as it was handed in
 * @param evidence what may be kept; present if {@link EvidenceVerdict#isSigned()}
 * @param holder the person; present if and only if the document is genuine
 */
public record EvidenceResult(
        EvidenceVerdict verdict,
        String reason,
        EvidenceDigest digest,
        Optional<Evidence> evidence,
        Optional<AadhaarHolder> holder) {

    public EvidenceResult {
        if (holder.isPresent() != (verdict == EvidenceVerdict.GENUINE)) {
            throw new IllegalArgumentException("a person is read from a genuine document, and from no other");
        }
        if (evidence.isPresent() != verdict.isSigned()) {
            throw new IllegalArgumentException("evidence is kept of a trusted signature, and of nothing else");
        }
    }

    /** A genuine document, and whom it describes. */
    public static EvidenceResult genuine(Evidence evidence, AadhaarHolder holder) {
        return new EvidenceResult(
                EvidenceVerdict.GENUINE,
                "is signed by " + evidence.signer().name(),
                evidence.digest(),
                Optional.of(evidence),
                Optional.of(holder));
    }

    /** A document with a trusted signature that does not count. */
    public static EvidenceResult refused(EvidenceVerdict verdict, String reason, Evidence evidence) {
        return new EvidenceResult(verdict, reason, evidence.digest(), Optional.of(evidence), Optional.empty());
    }

    /** A document without a trusted signature. */
    public static EvidenceResult refused(EvidenceVerdict verdict, String reason, EvidenceDigest digest) {
        return new EvidenceResult(verdict, reason, digest, Optional.empty(), Optional.empty());
    }

    public boolean isGenuine() {
        return verdict == EvidenceVerdict.GENUINE;
    }

    @Override
    public String toString() {
        return "EvidenceResult[" + verdict.code() + ", " + digest + "]";
    }
}

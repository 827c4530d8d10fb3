package dev.kycport.adapter.uidai.internal.document;

import dev.kycport.domain.evidence.EvidenceVerdict;

/**
 * Why a document has no trusted signature.
 *
 * @param reason one phrase, which holds nothing from the document
 */
public record Refusal(EvidenceVerdict verdict, String reason) {

    public static Refusal unreadable(String reason) {
        return new Refusal(EvidenceVerdict.UNREADABLE, reason);
    }

    public static Refusal altered(String reason) {
        return new Refusal(EvidenceVerdict.ALTERED, reason);
    }

    public static Refusal signerUnknown(String reason) {
        return new Refusal(EvidenceVerdict.SIGNER_UNKNOWN, reason);
    }

    public static Refusal wrongShareCode(String reason) {
        return new Refusal(EvidenceVerdict.WRONG_SHARE_CODE, reason);
    }
}

package dev.kycport.domain.evidence;

/** What a check concluded about a document. Only {@link #GENUINE} says anything about a person. */
public enum EvidenceVerdict {
    /** A trusted signer signed exactly this document, was valid then, and the document is young enough. */
    GENUINE("genuine"),
    /** The document is not as it was signed, or its signature does not cover all of it. */
    ALTERED("altered"),
    /** No trusted signer made the signature. After a rotation this asks the operator to add the new signer. */
    SIGNER_UNKNOWN("signer-unknown"),
    /** A trusted signer made the signature, but its period does not contain the document's time. */
    SIGNER_NOT_VALID_THEN("signer-not-valid-then"),
    /** Genuine, but outside the age that is accepted: older, past its own end, or dated later than now. */
    TOO_OLD("too-old"),
    /** Signed by a trusted signer in a layout that is not known. Nothing was read from it, since a guess shifts fields. */
    LAYOUT_UNKNOWN("layout-unknown"),
    /** Not one of the documents that can be checked, damaged, or larger than such a document can be. */
    UNREADABLE("unreadable"),
    /** The archive did not open: the share code is missing or wrong. */
    WRONG_SHARE_CODE("wrong-share-code");

    private final String code;

    EvidenceVerdict(String code) {
        this.code = code;
    }

    /** The name used in reports, such as {@code signer-unknown}. */
    public String code() {
        return code;
    }

    /** Whether a trusted signature over the whole document was found, whatever else is wrong with it. */
    public boolean isSigned() {
        return switch (this) {
            case GENUINE, SIGNER_NOT_VALID_THEN, TOO_OLD, LAYOUT_UNKNOWN -> true;
            case ALTERED, SIGNER_UNKNOWN, UNREADABLE, WRONG_SHARE_CODE -> false;
        };
    }
}

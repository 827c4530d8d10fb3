package dev.kycport.domain.failure;

/** The ways in which an answer can be unintelligible. */
public enum UnintelligibleReason {
    EMPTY("is empty"),
    TOO_LARGE("is larger than allowed"),
    MALFORMED("is not of its format"),
    MISSING_FIELD("lacks what it must hold"),
    UNKNOWN_CODE("carries an unknown code"),
    CUT_SHORT("broke off"),
    UNEXPECTED_STATUS("has an unexpected HTTP status");

    private final String description;

    UnintelligibleReason(String phrase) {
        this.description = phrase;
    }

    /** The end of a sentence that starts "an answer that". */
    public String description() {
        return description;
    }
}

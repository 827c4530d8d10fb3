package dev.kycport.domain.failure;

/** Why an answer could not be understood. */
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

    /** The end of a sentence that starts with "an answer that". */
    public String description() {
        return description;
    }
}

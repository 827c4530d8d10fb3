package dev.kycport.domain.evidence;

/** Whether a mobile number or e-mail address is the one that UIDAI hashed into the document. */
public enum ContactMatch {
    /** It is the one that the person registered with UIDAI. */
    YES("yes"),
    /** The same, for an e-mail address hashed once and without the share code, as UIDAI's FAQ 10734 has it. */
    YES_PLAIN("yes-plain"),
    /** It is another one, or the document has no hash. */
    NO("no"),
    /** None was given to compare. */
    NOT_ASKED("not-asked");

    private final String code;

    ContactMatch(String code) {
        this.code = code;
    }

    /** The name used in reports. */
    public String code() {
        return code;
    }

    /** Whether it matched, in either form. */
    public boolean isMatch() {
        return this == YES || this == YES_PLAIN;
    }
}

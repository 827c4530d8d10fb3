package dev.kycport.domain.failure;

/** Whose turn it is when something did not come about. */
public enum ResponsibleParty {
    /** The person in front of the screen: type again, wait, ask for a new code. */
    USER("user"),
    /** The host application or its operator: a bug, a setting, a missing consent. */
    HOST("host"),
    /** The vendor between us and the source. */
    PROVIDER("provider"),
    /** UIDAI or DigiLocker behind the vendor. */
    SOURCE("source");

    private final String code;

    ResponsibleParty(String code) {
        this.code = code;
    }

    /** The stable name used in reports. */
    public String code() {
        return code;
    }
}

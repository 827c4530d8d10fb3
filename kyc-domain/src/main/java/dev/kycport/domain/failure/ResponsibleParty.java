package dev.kycport.domain.failure;

/** Who has to act when a step did not succeed. */
public enum ResponsibleParty {
    /** The person at the screen: type again, wait, or request a new code. */
    USER("user"),
    /** The host application or its operator: a bug, a setting, a missing consent. */
    HOST("host"),
    /** The vendor. */
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

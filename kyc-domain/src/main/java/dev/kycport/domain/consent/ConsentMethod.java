package dev.kycport.domain.consent;

/** How the person agreed. */
public enum ConsentMethod {
    CHECKBOX("checkbox"),
    BUTTON("button"),
    TYPED("typed"),
    SPOKEN("spoken"),
    SIGNED("signed");

    private final String code;

    ConsentMethod(String code) {
        this.code = code;
    }

    /** The name stored in the ledger. */
    public String code() {
        return code;
    }
}

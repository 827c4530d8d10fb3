package dev.kycport.endurance.user;

/** The secrets that users type and the vendor stub compares. None may appear in a store. */
public final class TestSecrets {

    public static final String CODE = "246813";
    static final String WRONG_CODE = "975318";
    public static final String CAPTCHA = "Quagga7";
    static final String WRONG_CAPTCHA = "Okapi9";
    static final String GRANT_CODE = "grant-Zorilla";

    private TestSecrets() {}
}

package dev.kycport.endurance.user;

/** What people type, and what the stub makes of it. None of it may be found in a store. */
public final class TestSecrets {

    public static final String CODE = "246813";
    static final String WRONG_CODE = "975318";
    public static final String CAPTCHA = "Quagga7";
    static final String WRONG_CAPTCHA = "Okapi9";
    static final String GRANT_CODE = "grant-Zorilla";

    private TestSecrets() {}
}

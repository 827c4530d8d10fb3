package dev.kycport.endurance;

/** What people type, and what the stub makes of it. None of it may be found in a store. */
final class Secrets {

    static final String CODE = "246813";
    static final String WRONG_CODE = "975318";
    static final String CAPTCHA = "Quagga7";
    static final String WRONG_CAPTCHA = "Okapi9";
    static final String GRANT = "grant-Zorilla";

    private Secrets() {}
}

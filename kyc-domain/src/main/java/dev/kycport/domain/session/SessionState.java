package dev.kycport.domain.session;

/** The states of a session, by name. */
public enum SessionState {
    OPENED("opened"),
    CONSENTED("consented"),
    AWAITING_CAPTCHA("awaiting-captcha"),
    AWAITING_OTP("awaiting-otp"),
    AWAITING_AUTHORIZATION("awaiting-authorization"),
    VERIFIED("verified"),
    COMPLETED("completed"),
    ENDED("ended");

    private final String code;

    SessionState(String code) {
        this.code = code;
    }

    /** Whether steps of the person remain: neither verified nor completed nor ended. */
    public boolean isLive() {
        return this != VERIFIED && this != COMPLETED && this != ENDED;
    }

    /** The name used in reports and in storage. */
    public String code() {
        return code;
    }
}

package dev.kycport.domain.session;

import java.util.Set;

/** The names of a session's states, and of the steps that a person or a host can take from each. */
public enum SessionState {
    OPENED("opened"),
    CONSENTED("consented"),
    AWAITING_CAPTCHA("awaiting-captcha"),
    AWAITING_OTP("awaiting-otp"),
    AWAITING_AUTHORIZATION("awaiting-authorization"),
    VERIFIED("verified"),
    ENDED("ended");

    private final String code;

    SessionState(String code) {
        this.code = code;
    }

    /** The name used in reports. */
    public String code() {
        return code;
    }

    /** What can be done next, by name. */
    public Set<String> moves() {
        return switch (this) {
            case OPENED -> Set.of("give-consent", "decline-consent", "cancel");
            case CONSENTED -> Set.of("start", "cancel");
            case AWAITING_CAPTCHA -> Set.of("submit-captcha", "reload-captcha", "cancel");
            case AWAITING_OTP -> Set.of("submit-code", "resend", "cancel");
            case AWAITING_AUTHORIZATION -> Set.of("take-up-return", "collect", "cancel");
            case VERIFIED, ENDED -> Set.of();
        };
    }
}

package dev.kycport.domain.session;

import java.util.Set;
import java.util.TreeSet;

/** The names of a session's states, and of the steps that a person or a host can take from each. */
public enum SessionState {
    OPENED("opened", "give-consent", "decline-consent", "cancel"),
    CONSENTED("consented", "start", "cancel"),
    AWAITING_CAPTCHA("awaiting-captcha", "submit-captcha", "reload-captcha", "cancel"),
    AWAITING_OTP("awaiting-otp", "submit-code", "resend", "cancel"),
    AWAITING_AUTHORIZATION("awaiting-authorization", "take-up-return", "collect", "cancel"),
    VERIFIED("verified", "complete"),
    COMPLETED("completed"),
    ENDED("ended");

    private final String code;
    private final Set<String> moves;

    SessionState(String code, String... moves) {
        this.code = code;
        this.moves = new TreeSet<>(Set.of(moves));
    }

    /** The name used in reports. */
    public String code() {
        return code;
    }

    /** What can be done next, by name. */
    public Set<String> moves() {
        return Set.copyOf(moves);
    }
}

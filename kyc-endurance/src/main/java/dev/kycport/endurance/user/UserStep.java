package dev.kycport.endurance.user;

import dev.kycport.domain.Flow;

/** A request that a user, or the host for them, makes of the service. */
public enum UserStep {
    OPEN_SESSION,
    FIND_SESSION,
    GIVE_CONSENT,
    DECLINE_CONSENT,
    START_FLOW,
    RELOAD_CAPTCHA,
    SUBMIT_RIGHT_CAPTCHA,
    SUBMIT_WRONG_CAPTCHA,
    SUBMIT_RIGHT_CODE,
    SUBMIT_WRONG_CODE,
    RESEND_CODE,
    RETURN_GRANTED,
    RETURN_DENIED,
    RETURN_FOREIGN_STATE,
    FETCH_DOCUMENTS,
    COMPLETE,
    CANCEL,
    WITHDRAW_CONSENT;

    /** Whether this request may send a code (never more than one). */
    public boolean asksForCode(Flow flow) {
        return switch (flow) {
            case DIRECT_OTP -> this == START_FLOW || this == RESEND_CODE;
            case CAPTCHA_OTP -> this == SUBMIT_RIGHT_CAPTCHA;
            case DIGILOCKER -> false;
        };
    }
}

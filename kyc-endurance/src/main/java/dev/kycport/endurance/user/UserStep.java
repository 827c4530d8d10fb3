package dev.kycport.endurance.user;

import dev.kycport.domain.Flow;

/** One request that a person, or the host for them, makes of the service. */
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

    /** Whether a code may go out for this request, and not more than one. */
    public boolean asksForCode(Flow flow) {
        return switch (flow) {
            case DIRECT_OTP -> this == START_FLOW || this == RESEND_CODE;
            case CAPTCHA_OTP -> this == SUBMIT_RIGHT_CAPTCHA;
            case DIGILOCKER -> false;
        };
    }

    /** Whether a code is submitted. */
    boolean submitsCode() {
        return this == SUBMIT_RIGHT_CODE || this == SUBMIT_WRONG_CODE;
    }
}

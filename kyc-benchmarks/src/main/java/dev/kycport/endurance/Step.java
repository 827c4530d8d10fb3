package dev.kycport.endurance;

import dev.kycport.domain.Flow;

/** One request that a person, or the host for them, makes of the service. */
enum Step {
    OPEN,
    LOOK,
    AGREE,
    DECLINE,
    START,
    RELOAD,
    ANSWER_RIGHT,
    ANSWER_WRONG,
    SUBMIT_RIGHT,
    SUBMIT_WRONG,
    RESEND,
    COME_BACK,
    COME_BACK_REFUSED,
    COME_BACK_FOREIGN,
    COLLECT,
    COMPLETE,
    CANCEL,
    WITHDRAW;

    /** Whether a code may go out for this request, and not more than one. */
    boolean asksForCode(Flow flow) {
        return switch (flow) {
            case DIRECT_OTP -> this == START || this == RESEND;
            case CAPTCHA_OTP -> this == ANSWER_RIGHT;
            case DIGILOCKER -> false;
        };
    }

    /** Whether a code is submitted. */
    boolean submitsCode() {
        return this == SUBMIT_RIGHT || this == SUBMIT_WRONG;
    }
}

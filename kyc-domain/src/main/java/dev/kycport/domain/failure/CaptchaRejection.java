package dev.kycport.domain.failure;

import java.time.Instant;

/** The captcha cannot be answered or exchanged any more. */
public sealed interface CaptchaRejection extends Rejection {

    @Override
    default ResponsibleParty responsibleParty() {
        return ResponsibleParty.USER;
    }

    /** No new images are left to ask for. */
    record Spent() implements CaptchaRejection {
        @Override
        public String code() {
            return "captcha.spent";
        }

        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.RESTART;
        }

        @Override
        public String summary() {
            return "no new captcha images or attempts are left";
        }
    }

    /**
     * The image is too old to be answered; a new one can be asked for.
     *
     * @param expiredAt the end of its life
     */
    record Expired(Instant expiredAt) implements CaptchaRejection {
        @Override
        public String code() {
            return "captcha.expired";
        }

        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.NOW;
        }

        @Override
        public String summary() {
            return "the captcha image expired at " + expiredAt + "; ask for a new one";
        }
    }
}

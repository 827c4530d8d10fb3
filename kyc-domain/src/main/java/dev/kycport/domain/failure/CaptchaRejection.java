package dev.kycport.domain.failure;

import static dev.kycport.domain.failure.ResponsibleParty.USER;

import java.time.Instant;

/** The captcha cannot be answered or replaced any more. */
public sealed interface CaptchaRejection extends Rejection {

    /** No new images are left to request. */
    record Spent() implements CaptchaRejection {
        @Override
        public RejectionDetails details() {
            return new RejectionDetails(
                    "captcha.spent", USER, RetryAdvice.RESTART, "no new captcha images or attempts are left");
        }
    }

    /** The image is too old to be answered. A new one can be requested. */
    record Expired(Instant expiredAt) implements CaptchaRejection {
        @Override
        public RejectionDetails details() {
            return new RejectionDetails(
                    "captcha.expired",
                    USER,
                    RetryAdvice.NOW,
                    "the captcha image expired at " + expiredAt + "; ask for a new one");
        }
    }
}

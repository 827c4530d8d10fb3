package dev.kycport.domain.failure;

import java.time.Duration;
import java.time.Instant;

/** The code cannot be submitted or sent again, or not yet. */
public sealed interface OtpRejection extends Rejection {

    @Override
    default ResponsibleParty responsibleParty() {
        return ResponsibleParty.USER;
    }

    /**
     * The code is too old; a new one can be asked for from the instant given.
     *
     * @param resendFrom when a new code can be asked for
     * @param delay how long that is from now
     */
    record Expired(Instant resendFrom, Duration delay) implements OtpRejection {
        @Override
        public String code() {
            return "otp.expired";
        }

        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.after(delay);
        }

        @Override
        public String summary() {
            return "the code has expired; a new one can be asked for from " + resendFrom;
        }
    }

    /** Every attempt at the code is used. */
    record Locked() implements OtpRejection {
        @Override
        public String code() {
            return "otp.locked";
        }

        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.RESTART;
        }

        @Override
        public String summary() {
            return "every attempt at the code is used";
        }
    }

    /**
     * The last code was sent too recently, by this session or by another of the same number.
     *
     * @param resendFrom when a new code can be asked for
     * @param delay how long that is from now
     */
    record ResendTooSoon(Instant resendFrom, Duration delay) implements OtpRejection {
        @Override
        public String code() {
            return "otp.resend-too-soon";
        }

        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.after(delay);
        }

        @Override
        public String summary() {
            return "a new code can be asked for from " + resendFrom;
        }
    }

    /** No resends are left in this session. */
    record ResendsUsed() implements OtpRejection {
        @Override
        public String code() {
            return "otp.resends-used";
        }

        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.RESTART;
        }

        @Override
        public String summary() {
            return "no further code can be sent in this session";
        }
    }

    /**
     * Nobody knows whether the code went out, so neither checking one nor sending another is right yet.
     *
     * @param resendFrom when another code can be asked for
     * @param delay how long that is from now
     */
    record InDoubt(Instant resendFrom, Duration delay) implements OtpRejection {
        @Override
        public String code() {
            return "otp.in-doubt";
        }

        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.after(delay);
        }

        @Override
        public String summary() {
            return "it is not known whether the code was sent; another can be asked for from " + resendFrom;
        }
    }
}

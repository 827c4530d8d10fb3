package dev.kycport.domain.failure;

import static dev.kycport.domain.failure.ResponsibleParty.USER;

import java.time.Duration;
import java.time.Instant;

/** The code cannot be submitted or sent again, or not yet. */
public sealed interface OtpRejection extends Rejection {

    /**
     * The code is too old.
     *
     * @param resendFrom when a new code can be requested
     * @param delay how long that is from now
     */
    record Expired(Instant resendFrom, Duration delay) implements OtpRejection {
        @Override
        public RejectionDetails details() {
            return new RejectionDetails(
                    "otp.expired",
                    USER,
                    RetryAdvice.after(delay),
                    "the code has expired; a new one can be asked for from " + resendFrom);
        }
    }

    /** All attempts at the code are used. */
    record Locked() implements OtpRejection {
        @Override
        public RejectionDetails details() {
            return new RejectionDetails("otp.locked", USER, RetryAdvice.RESTART, "every attempt at the code is used");
        }
    }

    /**
     * The last code was sent too recently, by this session or by another one for the same number.
     *
     * @param resendFrom when a new code can be requested
     * @param delay how long that is from now
     */
    record ResendTooSoon(Instant resendFrom, Duration delay) implements OtpRejection {
        @Override
        public RejectionDetails details() {
            return new RejectionDetails(
                    "otp.resend-too-soon",
                    USER,
                    RetryAdvice.after(delay),
                    "a new code can be asked for from " + resendFrom);
        }
    }

    /** No resends are left in this session. */
    record ResendsUsed() implements OtpRejection {
        @Override
        public RejectionDetails details() {
            return new RejectionDetails(
                    "otp.resends-used", USER, RetryAdvice.RESTART, "no further code can be sent in this session");
        }
    }

    /**
     * It is unknown whether the code was sent, so it can be neither submitted nor sent again yet.
     *
     * @param resendFrom when another code can be requested
     * @param delay how long that is from now
     */
    record InDoubt(Instant resendFrom, Duration delay) implements OtpRejection {
        @Override
        public RejectionDetails details() {
            return new RejectionDetails(
                    "otp.in-doubt",
                    USER,
                    RetryAdvice.after(delay),
                    "it is not known whether the code was sent; another can be asked for from " + resendFrom);
        }
    }
}

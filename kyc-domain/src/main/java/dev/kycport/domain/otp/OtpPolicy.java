package dev.kycport.domain.otp;

import dev.kycport.domain.Bounds;
import java.time.Duration;

/**
 * The limits of an OTP challenge.
 *
 * @param life how long one code may be submitted, 1 to 15 minutes (Deepvue documents 10 minutes)
 * @param attempts how many times one code may be submitted, 1 to 5 (Setu: 3)
 * @param resends how many further codes may be sent in a session, 0 to 10
 * @param resendGap how long to wait between two sends, 30 seconds to 10 minutes (Cashfree: 45 s, Veriff: 60 s)
 */
public record OtpPolicy(Duration life, int attempts, int resends, Duration resendGap) {

    /** 10 minutes, 3 attempts, 3 resends, 45 seconds between sends. */
    public static final OtpPolicy DEFAULT = new OtpPolicy(Duration.ofMinutes(10), 3, 3, Duration.ofSeconds(45));

    public OtpPolicy {
        Bounds.requireWithin(Duration.ofMinutes(1), Duration.ofMinutes(15), "otp life", life);
        Bounds.requireWithin(1, 5, "otp attempts", attempts);
        Bounds.requireWithin(0, 10, "otp resends", resends);
        Bounds.requireWithin(Duration.ofSeconds(30), Duration.ofMinutes(10), "otp resend gap", resendGap);
    }
}

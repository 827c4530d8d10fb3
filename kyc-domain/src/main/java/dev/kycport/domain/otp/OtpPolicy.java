package dev.kycport.domain.otp;

import dev.kycport.domain.Bounds;
import java.time.Duration;

/**
 * How often and how long an OTP may be tried and sent.
 *
 * @param life how long one code may be submitted, 1 to 15 minutes (10 minutes by Deepvue's documents)
 * @param attempts how many times one code may be submitted, 1 to 5 (3 at Setu)
 * @param resends how many further codes may be sent in a session, 0 to 10
 * @param resendGap how long to wait between two sends, 30 seconds to 10 minutes (45 s at Cashfree, 60 s at Veriff)
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

package dev.kycport.domain.captcha;

import dev.kycport.domain.Bounds;
import java.time.Duration;

/**
 * The limits of a captcha challenge.
 *
 * @param refreshes how many new images a person may request, 0 to 20 (Setu allows 5 in a session)
 * @param attempts how many answers may be given, 1 to 10
 * @param life how long one image may be answered, 30 seconds to 30 minutes; no vendor documents its own limit
 */
public record CaptchaPolicy(int refreshes, int attempts, Duration life) {

    /** 5 refreshes, 3 attempts, 5 minutes. */
    public static final CaptchaPolicy DEFAULT = new CaptchaPolicy(5, 3, Duration.ofMinutes(5));

    public CaptchaPolicy {
        Bounds.requireWithin(0, 20, "captcha refreshes", refreshes);
        Bounds.requireWithin(1, 10, "captcha attempts", attempts);
        Bounds.requireWithin(Duration.ofSeconds(30), Duration.ofMinutes(30), "captcha life", life);
    }
}

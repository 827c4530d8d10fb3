package dev.kycport.domain.digilocker;

import dev.kycport.domain.Bounds;
import java.time.Duration;

/**
 * How long the detour through DigiLocker may take.
 *
 * @param life how long an offer may be taken up, 1 minute to 1 hour (10 minutes at Cashfree)
 */
public record AuthorizationPolicy(Duration life) {

    /** 10 minutes. */
    public static final AuthorizationPolicy DEFAULT = new AuthorizationPolicy(Duration.ofMinutes(10));

    public AuthorizationPolicy {
        Bounds.requireWithin(Duration.ofMinutes(1), Duration.ofHours(1), "authorization life", life);
    }
}

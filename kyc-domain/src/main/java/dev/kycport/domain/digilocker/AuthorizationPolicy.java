package dev.kycport.domain.digilocker;

import dev.kycport.domain.Bounds;
import java.time.Duration;

/**
 * The limit of an authorization in DigiLocker.
 *
 * @param life how long a return is accepted, 1 minute to 1 hour (Cashfree: 10 minutes)
 */
public record AuthorizationPolicy(Duration life) {

    /** 10 minutes. */
    public static final AuthorizationPolicy DEFAULT = new AuthorizationPolicy(Duration.ofMinutes(10));

    public AuthorizationPolicy {
        Bounds.requireWithin(Duration.ofMinutes(1), Duration.ofHours(1), "authorization life", life);
    }
}

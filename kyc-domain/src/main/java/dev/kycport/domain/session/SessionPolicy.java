package dev.kycport.domain.session;

import dev.kycport.domain.Bounds;
import java.time.Duration;

/**
 * The lifetime of a session and of the identity in it.
 *
 * @param life from opening to expiry, 5 minutes to 24 hours
 * @param identityRetention how long a verified identity stays for the host to read, 1 minute to 24 hours. Personal data
 *     may be kept no longer than needed: section 8(7) of the Digital Personal Data Protection Act, 2023
 */
public record SessionPolicy(Duration life, Duration identityRetention) {

    /** 30 minutes; the identity for 24 hours. */
    public static final SessionPolicy DEFAULT = new SessionPolicy(Duration.ofMinutes(30), Duration.ofHours(24));

    public SessionPolicy {
        Bounds.requireWithin(Duration.ofMinutes(5), Duration.ofHours(24), "session life", life);
        Bounds.requireWithin(Duration.ofMinutes(1), Duration.ofHours(24), "identity kept", identityRetention);
    }
}

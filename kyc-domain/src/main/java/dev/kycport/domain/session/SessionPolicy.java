package dev.kycport.domain.session;

import dev.kycport.domain.Bounds;
import java.time.Duration;

/**
 * How long a whole verification may take, and how long it keeps what it found.
 *
 * @param life from opening to the end, 5 minutes to 24 hours
 * @param identityRetention how long a verified identity waits for the host to take it over, 1 minute to 24 hours: once the host has it in
 *     its own records nothing here needs it, and personal data is kept no longer than it is needed (section 8(7) of the Digital
 *     Personal Data Protection Act, 2023)
 */
public record SessionPolicy(Duration life, Duration identityRetention) {

    /** 30 minutes; kept for 24 hours. */
    public static final SessionPolicy DEFAULT = new SessionPolicy(Duration.ofMinutes(30), Duration.ofHours(24));

    public SessionPolicy {
        Bounds.requireWithin(Duration.ofMinutes(5), Duration.ofHours(24), "session life", life);
        Bounds.requireWithin(Duration.ofMinutes(1), Duration.ofHours(24), "identity kept", identityRetention);
    }
}

package dev.kycport.domain.session;

import dev.kycport.domain.Bounds;
import java.time.Duration;

/**
 * How long a whole verification may take.
 *
 * @param life from opening to the end, 5 minutes to 24 hours
 */
public record SessionPolicy(Duration life) {

    /** 30 minutes. */
    public static final SessionPolicy USUAL = new SessionPolicy(Duration.ofMinutes(30));

    public SessionPolicy {
        Bounds.within(Duration.ofMinutes(5), Duration.ofHours(24), "session life", life);
    }
}

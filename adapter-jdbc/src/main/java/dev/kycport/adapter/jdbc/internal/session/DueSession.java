package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.domain.session.SessionSnapshot;
import java.util.Optional;

/**
 * A session that is due, and where a round stands when it comes to it.
 *
 * @param session empty if it cannot be read
 */
record DueSession(long at, String id, Optional<SessionSnapshot> session) {

    /** Comes before any other. */
    static final DueSession START = new DueSession(Long.MIN_VALUE, "", Optional.empty());
}

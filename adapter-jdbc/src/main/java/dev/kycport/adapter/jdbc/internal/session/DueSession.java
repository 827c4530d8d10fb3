package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.domain.session.SessionSnapshot;
import java.util.Optional;

/**
 * A session that is due, with its sort key.
 *
 * @param session empty if it cannot be read
 */
record DueSession(long at, String id, Optional<SessionSnapshot> session) {

    /** Sorts before every session. */
    static final DueSession START = new DueSession(Long.MIN_VALUE, "", Optional.empty());
}

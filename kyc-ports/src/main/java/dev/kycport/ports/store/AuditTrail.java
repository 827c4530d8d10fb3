package dev.kycport.ports.store;

import dev.kycport.domain.SessionId;
import java.util.List;

/**
 * What happened, in order and for good. Entries that describe a state come in through the {@link SessionStore} together with
 * that state; only what leaves the state as it is comes in here. Safe for use by many threads.
 */
public interface AuditTrail {

    /**
     * Adds an entry about something that left the session's state as it was, such as a refused return.
     *
     * @throws StoreUnavailableException if it is not known to be stored
     */
    void append(AuditEntry entry);

    /**
     * All entries of a session in the order in which they were stored; empty if there are none.
     *
     * @throws StoreUnavailableException if the trail cannot be read
     */
    List<AuditEntry> entries(SessionId session);
}

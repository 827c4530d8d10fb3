package dev.kycport.ports.store;

import dev.kycport.domain.SessionId;
import java.util.List;
import java.util.Optional;

/**
 * The append-only log of what happened in sessions. Entries that describe a state are stored by {@link SessionStore}
 * together with that state; only entries about something that left the state unchanged are appended here. Thread-safe.
 */
public interface AuditTrail {

    /**
     * Appends an entry about something that left the session's state unchanged, such as a rejected return.
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

    /**
     * The entry of a session that was stored last; empty if there is none.
     *
     * @throws StoreUnavailableException if the trail cannot be read
     */
    Optional<AuditEntry> findLast(SessionId session);
}

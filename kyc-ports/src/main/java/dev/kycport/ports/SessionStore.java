package dev.kycport.ports;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.SessionSnapshot;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;

/**
 * Where sessions are kept. Every write is all or nothing: the state and the audit entries that describe it, in one
 * transaction. Safe for use by many threads, and where several processes share one store, by all of them.
 */
public interface SessionStore {

    /**
     * Stores a new session. When this returns, it is as durable as the store promises to be.
     *
     * @return the snapshot; or Left {@code session.busy}, nothing stored, if there is a session of that id
     * @throws StoreUnavailableException if it is not known to be stored
     */
    Either<SessionRejection.Busy, SessionSnapshot> create(SessionSnapshot session, List<AuditEntry> entries);

    /**
     * The session as it was last stored, or nothing.
     *
     * @throws StoreUnavailableException if the store cannot be read
     */
    Optional<SessionSnapshot> find(SessionId id);

    /**
     * Stores the next state of a session if nobody else did so first (compare and set on the revision).
     *
     * @param expectedRevision the revision that {@code next} was derived from
     * @param next the new state; its revision is higher
     * @param entries what happened, for the audit trail
     * @return the snapshot; or Left {@code session.busy}, neither state nor entries stored, if the stored revision is
     *     another or there is no such session
     * @throws StoreUnavailableException if it is not known to be stored
     */
    Either<SessionRejection.Busy, SessionSnapshot> replace(
            long expectedRevision, SessionSnapshot next, List<AuditEntry> entries);
}

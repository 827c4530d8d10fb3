package dev.kycport.ports.store;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.SessionSnapshot;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
    Either<KycFailure, SessionSnapshot> create(SessionSnapshot session, List<AuditEntry> entries);

    /**
     * The session as it was last stored, or nothing.
     *
     * @throws UnreadableRecordException if this session cannot be read, or its identity not opened
     * @throws StoreUnavailableException if the store cannot be read
     */
    Optional<SessionSnapshot> find(SessionId id);

    /**
     * The same without a look at the identity: a verified session may come {@link SessionSnapshot#isIdentityUnreadable() bereft}. This is how
     * one is found whose identity cannot be opened, so that it can still be erased.
     *
     * @throws StoreUnavailableException if the store or this session cannot be read
     */
    default Optional<SessionSnapshot> findWithoutIdentity(SessionId id) {
        return find(id);
    }

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
    Either<KycFailure, SessionSnapshot> replace(long expectedRevision, SessionSnapshot next, List<AuditEntry> entries);

    /**
     * Lets time take its course: hands every session that {@link SessionSnapshot#dueAt() is due} to {@code settle}, the
     * longest due first, and stores what it makes of it as {@link #replace} does. Due at once, too, is every session that is
     * live or verified while its consent stands withdrawn in the ledger beside this store: the process died between the two.
     * Nothing is locked while {@code settle} decides, and a step that comes meanwhile wins, so no live step waits longer than
     * writing down what was decided takes. A session that somebody else is writing at this moment is passed over, not waited
     * for, so several nodes can do this at once without doing anything twice. What {@code settle} throws ends the round; what
     * it decided before is stored. One record that cannot be read is passed over.
     *
     * @param now sessions due at or before this instant are looked at, each once
     * @param reconcile the next state of a session, or nothing if it is to stay as it is for now; makes no call and writes
     *     nothing, but may read the ledger beside this store. A verified session comes to it {@link SessionSnapshot#isIdentityUnreadable()
     *     bereft} if its identity cannot be opened
     * @return how many sessions were stored
     * @throws StoreUnavailableException if the store fails on the way
     */
    int reconcileDue(Instant now, Function<SessionSnapshot, Optional<Reconciled>> reconcile);

    /**
     * What became of a due session: its next state, of a higher revision, and what to write beside it.
     *
     * @param afterCommit is run once both are durable, and never if they are not stored; throws nothing
     */
    record Reconciled(SessionSnapshot next, List<AuditEntry> entries, Runnable afterCommit) {

        public Reconciled {
            entries = List.copyOf(entries);
        }

        /** Where nobody is to be told. */
        public Reconciled(SessionSnapshot next, List<AuditEntry> entries) {
            this(next, entries, () -> {});
        }
    }
}

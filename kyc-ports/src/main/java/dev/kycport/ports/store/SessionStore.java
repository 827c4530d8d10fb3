package dev.kycport.ports.store;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.SessionSnapshot;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Stores sessions. Every write is one transaction: the state and the audit entries that describe it, or nothing. Safe
 * for use by many threads, and by several processes if these share one store.
 */
public interface SessionStore {

    /** The most sessions that {@link #findLive} returns. */
    int MAX_LIVE = 20;

    /**
     * Stores a new session. When this returns, it is as durable as the store promises.
     *
     * @return the snapshot; or Left {@code session.busy}, nothing stored, if there is a session with that id
     * @throws StoreUnavailableException if it is not known to be stored
     */
    Either<KycFailure, SessionSnapshot> create(SessionSnapshot session, List<AuditEntry> entries);

    /**
     * The stored session, or nothing.
     *
     * @throws UnreadableRecordException if this session cannot be read, or its identity cannot be decrypted
     * @throws StoreUnavailableException if the store cannot be read
     */
    Optional<SessionSnapshot> find(SessionId id);

    /**
     * The stored session without decrypting its identity: a verified session may be {@linkplain
     * SessionSnapshot#isIdentityUnreadable() without its identity}. Finds a session whose identity cannot be decrypted,
     * so that it can still be erased.
     *
     * @throws StoreUnavailableException if the store or this session cannot be read
     */
    default Optional<SessionSnapshot> findWithoutIdentity(SessionId id) {
        return find(id);
    }

    /**
     * The live sessions of a person, the latest opened first: those that are neither verified nor completed nor ended in the
     * store, at most {@value #MAX_LIVE}. A session that has expired since is among them until it is reconciled.
     *
     * @throws StoreUnavailableException if the store cannot be read
     */
    List<SessionId> findLive(SubjectRef subject);

    /**
     * Stores the next state of a session, unless another step stored one first (compare-and-set on the revision).
     *
     * @param expectedRevision the revision that {@code next} was derived from
     * @param next the new state; its revision is higher
     * @param entries what happened, for the audit trail
     * @return the snapshot; or Left {@code session.busy}, neither state nor entries stored, if the stored revision
     *     differs or there is no such session
     * @throws StoreUnavailableException if it is not known to be stored
     */
    Either<KycFailure, SessionSnapshot> replace(long expectedRevision, SessionSnapshot next, List<AuditEntry> entries);

    /**
     * Reconciles due sessions: passes each session that is {@linkplain SessionSnapshot#dueAt() due} to {@code
     * reconcile}, the longest due first, and stores the result as {@link #replace} does. Also due is each live or
     * verified session whose consent is withdrawn in the ledger of this store, because the process died between the two
     * writes.
     *
     * <p>No lock is held while {@code reconcile} decides, and a concurrent step wins, so a step waits at most for one
     * write. A session that is being written at this moment is skipped, so several nodes can run this at once. An
     * exception of {@code reconcile} ends the run; results before it are stored. A record that cannot be read is
     * skipped.
     *
     * @param now sessions due at or before this instant are processed, each once
     * @param reconcile the next state of a session, or nothing if it does not change now; makes no call and writes
     *     nothing, but may read the ledger of this store. A verified session may be {@linkplain
     *     SessionSnapshot#isIdentityUnreadable() without its identity}
     * @return how many sessions were stored
     * @throws StoreUnavailableException if the store fails
     */
    int reconcileDue(Instant now, Function<SessionSnapshot, Optional<Reconciled>> reconcile);

    /**
     * The result for a due session.
     *
     * @param next its next state, of a higher revision
     * @param entries the audit entries to store with it
     * @param afterCommit runs once both are durable, and never if they are not stored; throws nothing
     */
    record Reconciled(SessionSnapshot next, List<AuditEntry> entries, Runnable afterCommit) {

        public Reconciled {
            entries = List.copyOf(entries);
        }

        /** A result without a callback. */
        public Reconciled(SessionSnapshot next, List<AuditEntry> entries) {
            this(next, entries, () -> {});
        }
    }
}

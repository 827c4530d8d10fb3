package dev.kycport.adapter.memory;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.SessionHeader;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.AuditTrail;
import dev.kycport.ports.store.SessionStore;
import dev.kycport.ports.store.StoreUnavailableException;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Sessions with their audit trails, under one lock. When it is full, a session that is verified, ended or past its time makes
 * room for a new one, trail and all; a live one never does.
 */
final class InMemorySessionStore implements SessionStore, AuditTrail {

    static final int MAX_SESSIONS = 100_000;

    private final BoundedMap<SessionId, StoredSession> sessions;
    private final Predicate<ConsentId> withdrawn;

    /**
     * An empty one.
     *
     * @param withdrawn whether that consent was taken back
     */
    InMemorySessionStore(int most, Predicate<ConsentId> withdrawn) {
        this.sessions = new BoundedMap<>("sessions", most);
        this.withdrawn = withdrawn;
    }

    @Override
    public synchronized Either<KycFailure, SessionSnapshot> create(SessionSnapshot session, List<AuditEntry> entries) {
        StoredSession before =
                findOrCreate(session.header().id(), session.header().openedAt());
        return before.snapshot().isPresent() ? busy() : stored(before, session, entries);
    }

    @Override
    public synchronized Optional<SessionSnapshot> find(SessionId id) {
        return sessions.find(id).flatMap(StoredSession::snapshot);
    }

    @Override
    public synchronized List<SessionId> findLive(SubjectRef subject) {
        return sessions.values().stream()
                .flatMap(session -> session.snapshot().stream())
                .filter(session -> session.header().subject().equals(subject)
                        && session.state().isLive())
                .map(SessionSnapshot::header)
                .sorted(Comparator.comparing(SessionHeader::openedAt).reversed())
                .map(SessionHeader::id)
                .limit(MAX_LIVE)
                .toList();
    }

    @Override
    public synchronized Either<KycFailure, SessionSnapshot> replace(
            long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
        return sessions.find(next.header().id())
                .filter(before -> before.isAt(expectedRevision))
                .map(before -> stored(before, next, entries))
                .orElseGet(InMemorySessionStore::busy);
    }

    @Override
    public int reconcileDue(Instant now, Function<SessionSnapshot, Optional<Reconciled>> settle) {
        return (int) due(now).stream().filter(id -> settled(id, now, settle)).count();
    }

    private synchronized List<SessionId> due(Instant now) {
        return sessions.values().stream()
                .flatMap(session -> session.snapshot().stream())
                .filter(session -> isDue(session, now))
                .sorted(Comparator.comparing(session -> session.dueAt().orElse(now)))
                .map(session -> session.header().id())
                .toList();
    }

    // Not under the lock: a live step comes in between, and wins.
    private boolean settled(SessionId id, Instant now, Function<SessionSnapshot, Optional<Reconciled>> settle) {
        return find(id).filter(session -> isDue(session, now))
                .filter(session -> settle.apply(session)
                        .filter(reconciled -> stored(session, reconciled))
                        .isPresent())
                .isPresent();
    }

    private boolean stored(SessionSnapshot before, Reconciled reconciled) {
        boolean stored = replace(before.header().revision(), reconciled.next(), reconciled.entries())
                .isRight();
        if (stored) {
            reconciled.afterCommit().run();
        }
        return stored;
    }

    private boolean isDue(SessionSnapshot session, Instant now) {
        return session.dueAt()
                .filter(at ->
                        !at.isAfter(now) || withdrawn.test(session.header().consent()))
                .isPresent();
    }

    /**
     * {@inheritDoc}
     *
     * @throws StoreUnavailableException if there is no room, or the session has more entries than anything but an attack
     *     brings about
     */
    @Override
    public synchronized void append(AuditEntry entry) {
        StoredSession session = findOrCreate(entry.session(), entry.at());
        session.add(List.of(entry));
        sessions.put(entry.session(), session, session.isFinished());
    }

    @Override
    public synchronized List<AuditEntry> entries(SessionId session) {
        return sessions.find(session).map(StoredSession::entries).orElseGet(List::of);
    }

    @Override
    public synchronized Optional<AuditEntry> findLast(SessionId session) {
        return sessions.find(session).flatMap(StoredSession::lastEntry);
    }

    private StoredSession findOrCreate(SessionId id, Instant now) {
        return sessions.find(id).orElseGet(() -> {
            sessions.makeRoom(oldest -> oldest.isStale(now));
            return new StoredSession();
        });
    }

    private Either<KycFailure, SessionSnapshot> stored(
            StoredSession session, SessionSnapshot next, List<AuditEntry> entries) {
        session.add(entries);
        session.update(next);
        sessions.put(next.header().id(), session, session.isFinished());
        return Either.right(next);
    }

    private static Either<KycFailure, SessionSnapshot> busy() {
        return Either.left(new SessionRejection.Busy());
    }
}

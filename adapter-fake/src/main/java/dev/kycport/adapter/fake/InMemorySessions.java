package dev.kycport.adapter.fake;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.AuditTrail;
import dev.kycport.ports.SessionStore;
import dev.kycport.ports.StoreUnavailableException;
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
final class InMemorySessions implements SessionStore, AuditTrail {

    static final int MOST = 100_000;

    private final Shelf<SessionId, KeptSession> kept;
    private final Predicate<ConsentId> withdrawn;

    /**
     * An empty one.
     *
     * @param withdrawn whether that consent was taken back
     */
    InMemorySessions(int most, Predicate<ConsentId> withdrawn) {
        this.kept = new Shelf<>("sessions", most);
        this.withdrawn = withdrawn;
    }

    @Override
    public synchronized Either<SessionRejection.Busy, SessionSnapshot> create(
            SessionSnapshot session, List<AuditEntry> entries) {
        KeptSession before = place(session.dossier().id(), session.dossier().openedAt());
        return before.snapshot().isPresent() ? busy() : stored(before, session, entries);
    }

    @Override
    public synchronized Optional<SessionSnapshot> find(SessionId id) {
        return kept.find(id).flatMap(KeptSession::snapshot);
    }

    @Override
    public synchronized Either<SessionRejection.Busy, SessionSnapshot> replace(
            long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
        return kept.find(next.dossier().id())
                .filter(before -> before.isAt(expectedRevision))
                .map(before -> stored(before, next, entries))
                .orElseGet(InMemorySessions::busy);
    }

    @Override
    public int settleDue(Instant now, Function<SessionSnapshot, Optional<Settled>> settle) {
        return (int) due(now).stream().filter(id -> settled(id, now, settle)).count();
    }

    private synchronized List<SessionId> due(Instant now) {
        return kept.values().stream()
                .flatMap(session -> session.snapshot().stream())
                .filter(session -> isDue(session, now))
                .sorted(Comparator.comparing(session -> session.dueAt().orElse(now)))
                .map(session -> session.dossier().id())
                .toList();
    }

    // Not under the lock: a live step comes in between, and wins.
    private boolean settled(SessionId id, Instant now, Function<SessionSnapshot, Optional<Settled>> settle) {
        return find(id).filter(session -> isDue(session, now))
                .filter(session -> settle.apply(session)
                        .filter(settled -> stored(session, settled))
                        .isPresent())
                .isPresent();
    }

    private boolean stored(SessionSnapshot before, Settled settled) {
        boolean stored = replace(before.dossier().revision(), settled.next(), settled.entries())
                .isRight();
        if (stored) {
            settled.whenStored().run();
        }
        return stored;
    }

    private boolean isDue(SessionSnapshot session, Instant now) {
        return session.dueAt()
                .filter(at ->
                        !at.isAfter(now) || withdrawn.test(session.dossier().consent()))
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
        KeptSession session = place(entry.session(), entry.at());
        session.add(List.of(entry));
        kept.keep(entry.session(), session, session.isOver());
    }

    @Override
    public synchronized List<AuditEntry> entries(SessionId session) {
        return kept.find(session).map(KeptSession::entries).orElseGet(List::of);
    }

    private KeptSession place(SessionId id, Instant now) {
        return kept.find(id).orElseGet(() -> {
            kept.makeRoom(oldest -> oldest.isStale(now));
            return new KeptSession();
        });
    }

    private Either<SessionRejection.Busy, SessionSnapshot> stored(
            KeptSession session, SessionSnapshot next, List<AuditEntry> entries) {
        session.add(entries);
        session.become(next);
        kept.keep(next.dossier().id(), session, session.isOver());
        return Either.right(next);
    }

    private static Either<SessionRejection.Busy, SessionSnapshot> busy() {
        return Either.left(new SessionRejection.Busy());
    }
}

package dev.kycport.tck;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.SessionHeader;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.AuditTrail;
import dev.kycport.ports.store.ConsentLedger;
import dev.kycport.ports.store.PendingCodeStore;
import dev.kycport.ports.store.SessionStore;
import dev.kycport.ports.store.Stores;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The smallest stores that keep every promise; broken ones change one method. */
class ToyStores implements SessionStore, AuditTrail {

    final Object lock = new Object();

    private ConsentLedger ledger = new ToyLedger();
    private final Map<SessionId, SessionSnapshot> sessions = new HashMap<>();
    private final Map<SessionId, List<AuditEntry>> trails = new HashMap<>();

    /** Both parts, beside a ledger. */
    final Stores withLedger(ConsentLedger other) {
        return withLedger(other, new ToyPendingCodeStore());
    }

    Stores withLedger(ConsentLedger other, PendingCodeStore pending) {
        ledger = other;
        return new Stores(this, other, this, pending, Optional.empty(), () -> {});
    }

    @Override
    public Either<KycFailure, SessionSnapshot> create(SessionSnapshot session, List<AuditEntry> entries) {
        synchronized (lock) {
            return sessions.containsKey(session.header().id()) ? busy() : stored(session, entries);
        }
    }

    @Override
    public Optional<SessionSnapshot> find(SessionId id) {
        synchronized (lock) {
            return Optional.ofNullable(sessions.get(id));
        }
    }

    @Override
    public List<SessionId> findLive(SubjectRef subject) {
        synchronized (lock) {
            return sessions.values().stream()
                    .filter(session -> session.header().subject().equals(subject)
                            && session.state().isLive())
                    .map(SessionSnapshot::header)
                    .sorted(Comparator.comparing(SessionHeader::openedAt).reversed())
                    .map(SessionHeader::id)
                    .toList();
        }
    }

    @Override
    public Either<KycFailure, SessionSnapshot> replace(
            long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
        synchronized (lock) {
            return find(next.header().id())
                    .filter(stored -> stored.header().revision() == expectedRevision)
                    .map(stored -> stored(next, entries))
                    .orElseGet(ToyStores::busy);
        }
    }

    @Override
    public int reconcileDue(Instant now, Function<SessionSnapshot, Optional<Reconciled>> settle) {
        return (int) due(now).stream()
                .filter(session -> reconcile(session.header().id(), now, settle))
                .count();
    }

    /** Those that are due, the longest due first. */
    final List<SessionSnapshot> due(Instant now) {
        synchronized (lock) {
            return sessions.values().stream()
                    .filter(session -> isDue(session, now))
                    .sorted(Comparator.comparing(session -> session.dueAt().orElse(now)))
                    .toList();
        }
    }

    /** Whether that session is still due and was settled. */
    final boolean reconcile(SessionId id, Instant now, Function<SessionSnapshot, Optional<Reconciled>> settle) {
        return find(id).filter(session -> isDue(session, now))
                .filter(session -> settle.apply(session)
                        .filter(reconciled -> store(session, reconciled))
                        .isPresent())
                .isPresent();
    }

    /** Whether it was stored, and if so, said. */
    boolean store(SessionSnapshot before, Reconciled reconciled) {
        // Not by replacing: tests watch that.
        synchronized (lock) {
            boolean isFirst = find(before.header().id()).filter(before::equals).isPresent();
            if (isFirst) {
                stored(reconciled.next(), reconciled.entries());
                reconciled.afterCommit().run();
            }
            return isFirst;
        }
    }

    private boolean isDue(SessionSnapshot session, Instant now) {
        return session.dueAt()
                .filter(due -> isPast(due, now) || isWithdrawn(session))
                .isPresent();
    }

    boolean isPast(Instant due, Instant now) {
        return !due.isAfter(now);
    }

    boolean isWithdrawn(SessionSnapshot session) {
        return ledger.events(session.header().consent()).stream().anyMatch(ConsentEvent.WasWithdrawn.class::isInstance);
    }

    @Override
    public void append(AuditEntry entry) {
        synchronized (lock) {
            trails.computeIfAbsent(entry.session(), id -> new ArrayList<>()).add(entry);
        }
    }

    @Override
    public List<AuditEntry> entries(SessionId session) {
        synchronized (lock) {
            return List.copyOf(trails.getOrDefault(session, List.of()));
        }
    }

    @Override
    public Optional<AuditEntry> findLast(SessionId session) {
        List<AuditEntry> trail = entries(session);
        return trail.isEmpty() ? Optional.empty() : Optional.of(trail.get(trail.size() - 1));
    }

    /** Whatever was there before. */
    final Either<KycFailure, SessionSnapshot> stored(SessionSnapshot session, List<AuditEntry> entries) {
        synchronized (lock) {
            List<AuditEntry> safe = List.copyOf(entries);
            safe.forEach(this::append);
            sessions.put(session.header().id(), session);
            return Either.right(session);
        }
    }

    /** The state alone. */
    final void put(SessionSnapshot session) {
        synchronized (lock) {
            sessions.put(session.header().id(), session);
        }
    }

    /** The list itself, as nobody should ever see it. */
    final List<AuditEntry> inner(SessionId session) {
        synchronized (lock) {
            return trails.computeIfAbsent(session, id -> new ArrayList<>());
        }
    }

    /** Every entry there is. */
    final List<AuditEntry> all() {
        synchronized (lock) {
            return trails.values().stream().flatMap(List::stream).toList();
        }
    }

    /** Any session there is. */
    final Optional<SessionSnapshot> any() {
        synchronized (lock) {
            return sessions.values().stream().findFirst();
        }
    }

    static <T> Either<KycFailure, T> busy() {
        return Either.left(new SessionRejection.Busy());
    }
}

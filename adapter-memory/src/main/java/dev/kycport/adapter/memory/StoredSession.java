package dev.kycport.adapter.memory;

import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.StoreUnavailableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stored state of a session, if there is one, and its audit trail. Not safe for use by many threads. */
final class StoredSession {

    static final int MAX_ENTRIES = 10_000;

    private static final Set<SessionState> FINISHED =
            EnumSet.of(SessionState.VERIFIED, SessionState.COMPLETED, SessionState.ENDED);

    private final List<AuditEntry> entries = new ArrayList<>();
    private Optional<SessionSnapshot> snapshot = Optional.empty();

    Optional<SessionSnapshot> snapshot() {
        return snapshot;
    }

    List<AuditEntry> entries() {
        return List.copyOf(entries);
    }

    Optional<AuditEntry> lastEntry() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }

    /** Adds all of them or, if that would be too many, none. */
    void add(List<AuditEntry> more) {
        if (entries.size() + more.size() > MAX_ENTRIES) {
            throw new StoreUnavailableException(
                    "the memory store keeps at most " + MAX_ENTRIES + " audit entries for a session");
        }
        entries.addAll(more);
    }

    void update(SessionSnapshot next) {
        snapshot = Optional.of(next);
    }

    boolean isAt(long revision) {
        return snapshot.filter(stored -> stored.header().revision() == revision).isPresent();
    }

    /** Whether no provider will be asked for it again: it is verified or over, or there is a trail without a session. */
    boolean isFinished() {
        return snapshot.map(SessionSnapshot::state)
                .filter(state -> !FINISHED.contains(state))
                .isEmpty();
    }

    /** Whether its time is past. */
    boolean isStale(Instant now) {
        return snapshot.filter(stored -> now.isBefore(stored.header().expiresAt()))
                .isEmpty();
    }
}

package dev.kycport.adapter.jdbc.internal.retention;

import dev.kycport.ports.store.RetentionStore.PurgeCounts;
import java.util.List;

/** Counts and sums of purged sessions. */
final class RetentionCounts {

    static final PurgeCounts ZERO = new PurgeCounts(0, 0, 0);

    private RetentionCounts() {}

    /** What a purge would delete of these sessions. */
    static PurgeCounts of(List<PurgeCandidate> sessions) {
        List<PurgeCandidate> unheld =
                sessions.stream().filter(session -> !session.held()).toList();
        return new PurgeCounts(
                unheld.size(),
                unheld.stream().mapToLong(PurgeCandidate::entries).sum(),
                sessions.size() - unheld.size());
    }

    static PurgeCounts sum(PurgeCounts one, PurgeCounts other) {
        return new PurgeCounts(
                one.sessions() + other.sessions(),
                one.entries() + other.entries(),
                one.sessionsOnHold() + other.sessionsOnHold());
    }
}

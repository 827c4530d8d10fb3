package dev.kycport.adapter.jdbc;

import dev.kycport.ports.RetentionStore.Count;
import java.util.List;

/** How counts of sessions are made and added up. */
final class Counts {

    static final Count NOTHING = new Count(0, 0, 0);

    private Counts() {}

    /** What a purge would take of these. */
    static Count of(List<OldSession> sessions) {
        List<OldSession> going =
                sessions.stream().filter(session -> !session.held()).toList();
        return new Count(
                going.size(), going.stream().mapToLong(OldSession::entries).sum(), sessions.size() - going.size());
    }

    static Count sum(Count one, Count other) {
        return new Count(one.sessions() + other.sessions(), one.entries() + other.entries(), one.held() + other.held());
    }
}

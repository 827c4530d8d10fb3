package dev.kycport.adapter.jdbc.internal.retention;

import dev.kycport.adapter.jdbc.internal.database.Dialect;
import dev.kycport.adapter.jdbc.internal.database.RowSupport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Pages through the finished sessions that were opened before an instant, oldest first. A session is finished if nothing can
 * change it any more, or if it is so old that it must have expired.
 */
record PurgeCandidateQuery(Instant before) {

    /** The size of a page and of a purge transaction: small enough that a live step on SQLite hardly waits. */
    static final int PAGE_SIZE = 50;

    // A session lives for a day at most, and its identity is stored for another: see SessionPolicy.
    private static final Duration MAX_LIFETIME = Duration.ofDays(2);

    private static final String SELECT = "SELECT opened_at, id, snapshot,"
            + " EXISTS (SELECT 1 FROM kyc_hold h WHERE h.subject = s.subject) AS held,"
            + " (SELECT count(*) FROM kyc_audit a WHERE a.session = s.id) AS entries"
            + " FROM kyc_session s"
            + " WHERE opened_at < :before AND (due_at IS NULL OR opened_at < :expired)"
            + " AND (opened_at, id) > (:afterAt, :afterId)"
            + " ORDER BY opened_at, id LIMIT " + PAGE_SIZE;

    /** The page after that session. */
    List<PurgeCandidate> nextPage(Handle handle, PurgeCandidate after) {
        return nextPage(handle, after, "");
    }

    /** The same page with its rows locked, except rows that another transaction has locked. */
    List<PurgeCandidate> nextPageForUpdate(Handle handle, PurgeCandidate after, Dialect dialect) {
        return nextPage(handle, after, dialect.skipLockedClause());
    }

    /** The last session of the page, after which the next page begins; empty if the page is empty. */
    static Optional<PurgeCandidate> lastOf(List<PurgeCandidate> page) {
        return page.isEmpty() ? Optional.empty() : Optional.of(page.get(page.size() - 1));
    }

    private List<PurgeCandidate> nextPage(Handle handle, PurgeCandidate after, String locking) {
        return handle.createQuery(SELECT + locking)
                .bind("before", RowSupport.toMicros(before))
                .bind("expired", RowSupport.toMicros(before.minus(MAX_LIFETIME)))
                .bind("afterAt", after.openedAt())
                .bind("afterId", after.id())
                .map((row, context) -> new PurgeCandidate(
                        row.getLong("opened_at"),
                        row.getString("id"),
                        row.getString("snapshot"),
                        row.getLong("entries"),
                        row.getBoolean("held")))
                .list();
    }
}

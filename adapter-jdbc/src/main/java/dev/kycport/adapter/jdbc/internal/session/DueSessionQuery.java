package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.adapter.jdbc.internal.database.RowSupport;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.UnreadableRecordException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pages through the sessions that are due at an instant, longest due first. */
final class DueSessionQuery {

    static final int PAGE_SIZE = 50;

    private static final Logger LOG = LoggerFactory.getLogger(DueSessionQuery.class);

    private static final String SELECT = "SELECT due_at, " + SessionDao.COLUMNS + " FROM kyc_session"
            + " WHERE due_at <= :until AND (due_at, id) > (:afterAt, :afterId)"
            + " ORDER BY due_at, id LIMIT " + PAGE_SIZE;

    private final SessionDao rows;
    private final long until;

    DueSessionQuery(SessionDao rows, Instant now) {
        this.rows = rows;
        this.until = RowSupport.toMicros(now);
    }

    /** The page after that session. */
    List<DueSession> nextPage(Handle handle, DueSession after) {
        return handle.createQuery(SELECT)
                .bind("until", until)
                .bind("afterAt", after.at())
                .bind("afterId", after.id())
                .map((row, context) -> new DueSession(row.getLong("due_at"), row.getString("id"), session(row)))
                .list();
    }

    /** The last session of the page, after which the next begins; empty if this page is the last. */
    static Optional<DueSession> lastOf(List<DueSession> page) {
        return page.size() < PAGE_SIZE ? Optional.empty() : Optional.of(page.get(page.size() - 1));
    }

    // One unreadable row must not stop the reconciliation of the others.
    private Optional<SessionSnapshot> session(ResultSet row) throws SQLException {
        try {
            return Optional.of(rows.readDue(row));
        } catch (UnreadableRecordException unreadable) {
            LOG.error("skipping a session in the reconciliation: {}", unreadable.getMessage());
            return Optional.empty();
        }
    }
}

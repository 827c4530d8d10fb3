package dev.kycport.adapter.jdbc;

import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.UnreadableRecordException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sessions that are due at an instant, the longest due first. */
final class DueRows {

    static final int AT_ONCE = 50;

    private static final Logger LOG = LoggerFactory.getLogger(DueRows.class);

    private static final String SELECT = "SELECT due_at, " + SessionRows.COLUMNS + " FROM kyc_session"
            + " WHERE due_at <= :until AND (due_at, id) > (:afterAt, :afterId)"
            + " ORDER BY due_at, id LIMIT " + AT_ONCE;

    private final SessionRows rows;
    private final long until;

    DueRows(SessionRows rows, Instant now) {
        this.rows = rows;
        this.until = Rows.micros(now);
    }

    /** The next after that one. */
    List<DueRow> page(Handle handle, DueRow after) {
        return handle.createQuery(SELECT)
                .bind("until", until)
                .bind("afterAt", after.at())
                .bind("afterId", after.id())
                .map((row, context) -> new DueRow(row.getLong("due_at"), row.getString("id"), session(row)))
                .list();
    }

    /** The last of that page, or nothing if none can follow. */
    static Optional<DueRow> last(List<DueRow> page) {
        return page.size() < AT_ONCE ? Optional.empty() : Optional.of(page.get(page.size() - 1));
    }

    // One row that cannot be read must not keep all the others from being settled.
    private Optional<SessionSnapshot> session(ResultSet row) throws SQLException {
        try {
            return Optional.of(rows.readDue(row));
        } catch (UnreadableRecordException unreadable) {
            LOG.error("passed over while settling: {}", unreadable.getMessage());
            return Optional.empty();
        }
    }
}

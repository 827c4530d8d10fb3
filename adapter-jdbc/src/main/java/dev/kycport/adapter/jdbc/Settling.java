package dev.kycport.adapter.jdbc;

import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.SessionStore.Settled;
import dev.kycport.ports.StoreUnavailableException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round over the sessions that are due, a few in each transaction. Their rows are locked while they are looked at, and rows
 * that somebody else has locked are passed over, so any number of nodes can do this at once.
 */
final class Settling {

    static final int AT_ONCE = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    private final Database database;
    private final SessionRows rows;
    private final Function<SessionSnapshot, Optional<Settled>> settle;

    Settling(Database database, SessionRows rows, Function<SessionSnapshot, Optional<Settled>> settle) {
        this.database = database;
        this.rows = rows;
        this.settle = settle;
    }

    /** How many sessions were stored. */
    int round(Instant now) {
        int stored = 0;
        Optional<Place> from = Optional.of(Place.FIRST);
        while (from.isPresent()) {
            Place after = from.get();
            Batch batch = database.write(handle -> batch(handle, after, Rows.micros(now)));
            // What was settled before is stored by now.
            batch.broke().ifPresent(broke -> {
                throw broke;
            });
            stored += batch.stored();
            from = batch.last();
        }
        return stored;
    }

    private Batch batch(Handle handle, Place after, long until) {
        List<Due> due = due(handle, after, until);
        List<AuditEntry> entries = new ArrayList<>();
        int stored = 0;
        for (Due one : due) {
            try {
                Optional<Settled> settled = one.session().flatMap(settle);
                if (settled.isPresent() && store(handle, one, settled.get().next())) {
                    entries.addAll(settled.get().entries());
                    stored++;
                }
            } catch (RuntimeException broke) {
                AuditRows.insert(handle, AuditRow.of(entries));
                return new Batch(stored, Optional.empty(), Optional.of(broke));
            }
        }
        AuditRows.insert(handle, AuditRow.of(entries));
        return new Batch(stored, Place.ofLast(due), Optional.empty());
    }

    private boolean store(Handle handle, Due due, SessionSnapshot next) {
        return SessionRows.updating(due.revision(), rows.row(next)).alone(handle);
    }

    private List<Due> due(Handle handle, Place after, long until) {
        return handle.createQuery("SELECT due_at, " + SessionRows.COLUMNS + " FROM kyc_session"
                        + " WHERE due_at <= :until AND (due_at, id) > (:afterAt, :afterId)"
                        + " ORDER BY due_at, id LIMIT " + AT_ONCE
                        + database.dialect().skippingLocked())
                .bind("until", until)
                .bind("afterAt", after.at())
                .bind("afterId", after.id())
                .map((row, context) -> new Due(new Place(row.getLong("due_at"), row.getString("id")), session(row)))
                .list();
    }

    // One row that cannot be read must not keep all the others from being settled.
    private Optional<SessionSnapshot> session(ResultSet row) throws SQLException {
        try {
            return Optional.of(rows.read(row));
        } catch (StoreUnavailableException unreadable) {
            LOG.error("passed over while settling: {}", unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** Where a round stands. */
    private record Place(long at, String id) {

        static final Place FIRST = new Place(Long.MIN_VALUE, "");

        /** Nothing if these were the last. */
        static Optional<Place> ofLast(List<Due> due) {
            return due.size() < AT_ONCE
                    ? Optional.empty()
                    : Optional.of(due.get(due.size() - 1).place());
        }
    }

    /**
     * A due row.
     *
     * @param session empty if it cannot be read
     */
    private record Due(Place place, Optional<SessionSnapshot> session) {

        long revision() {
            return session.orElseThrow().dossier().revision();
        }
    }

    /**
     * What became of a batch.
     *
     * @param last where to go on, if there may be more
     * @param broke what came instead of a settlement
     */
    private record Batch(int stored, Optional<Place> last, Optional<RuntimeException> broke) {}
}

package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.adapter.jdbc.internal.database.Dialect;
import dev.kycport.ports.store.SessionStore.Reconciled;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The next state of a due session, to be stored unless its revision has changed.
 *
 * @param row the next state, encrypted before a row is locked
 */
record DueSessionUpdate(long revision, SessionRow row, Reconciled reconciled) {

    /** Stores the updates with their audit entries, except rows that another transaction has locked; returns the stored ones. */
    static List<DueSessionUpdate> store(List<DueSessionUpdate> updates, Handle handle, Dialect dialect)
            throws SQLException {
        Set<String> available = dialect.locksRows() ? lockAvailable(updates, handle, dialect) : ids(updates);
        List<DueSessionUpdate> stored = new ArrayList<>();
        for (DueSessionUpdate update : updates) {
            if (available.contains(update.id()) && update.storeIfUnchanged(handle.getConnection())) {
                stored.add(update);
            }
        }
        return stored;
    }

    private boolean storeIfUnchanged(Connection connection) throws SQLException {
        boolean stored = SessionDao.update(revision, row).execute(connection) == 1;
        for (AuditRow entry : stored ? AuditRow.of(reconciled.entries()) : List.<AuditRow>of()) {
            AuditDao.insert(entry).execute(connection);
        }
        return stored;
    }

    private static Set<String> lockAvailable(List<DueSessionUpdate> updates, Handle handle, Dialect dialect) {
        return new HashSet<>(
                handle.createQuery("SELECT id FROM kyc_session WHERE id IN (<ids>)" + dialect.skipLockedClause())
                        .bindList("ids", List.copyOf(ids(updates)))
                        .mapTo(String.class)
                        .list());
    }

    private static Set<String> ids(List<DueSessionUpdate> updates) {
        return updates.stream().map(DueSessionUpdate::id).collect(Collectors.toSet());
    }

    private String id() {
        return row.session().header().id().value();
    }
}

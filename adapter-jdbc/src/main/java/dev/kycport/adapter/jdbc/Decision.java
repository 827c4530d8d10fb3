package dev.kycport.adapter.jdbc;

import dev.kycport.ports.SessionStore.Settled;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What becomes of a due session, unless it is at another revision by now.
 *
 * @param row its next state, sealed and ready before anything is locked
 */
record Decision(long revision, SessionRow row, Settled settled) {

    /** Writes them with their entries, and tells which were stored; passes over rows that somebody else is writing. */
    static List<Decision> store(List<Decision> decisions, Handle handle, Dialect dialect) throws SQLException {
        Set<String> free = dialect.locksRows() ? locked(decisions, handle, dialect) : ids(decisions);
        List<Decision> stored = new ArrayList<>();
        for (Decision decision : decisions) {
            if (free.contains(decision.id()) && decision.isStored(handle.getConnection())) {
                stored.add(decision);
            }
        }
        return stored;
    }

    private boolean isStored(Connection connection) throws SQLException {
        boolean stored = SessionRows.updating(revision, row).alone().on(connection) == 1;
        for (AuditRow entry : stored ? AuditRow.of(settled.entries()) : List.<AuditRow>of()) {
            AuditRows.inserting(entry).on(connection);
        }
        return stored;
    }

    private static Set<String> locked(List<Decision> decisions, Handle handle, Dialect dialect) {
        return new HashSet<>(
                handle.createQuery("SELECT id FROM kyc_session WHERE id IN (<ids>)" + dialect.skippingLocked())
                        .bindList("ids", List.copyOf(ids(decisions)))
                        .mapTo(String.class)
                        .list());
    }

    private static Set<String> ids(List<Decision> decisions) {
        return decisions.stream().map(Decision::id).collect(Collectors.toSet());
    }

    private String id() {
        return row.session().dossier().id().value();
    }
}

package dev.kycport.adapter.jdbc;

import dev.kycport.domain.SessionId;
import dev.kycport.ports.AuditEntry;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of the audit trail. */
final class AuditRows {

    private static final String INSERT =
            "INSERT INTO kyc_audit (session, at, kind, entry) VALUES (:session, :at, :kind, :entry)";

    private AuditRows() {}

    static void insert(Handle handle, List<AuditRow> rows) {
        if (rows.size() == 1) {
            // As nearly always; a batch costs more.
            rows.get(0).bind(handle.createUpdate(INSERT)).execute();
        } else if (!rows.isEmpty()) {
            PreparedBatch batch = handle.prepareBatch(INSERT);
            rows.forEach(row -> row.bind(batch).add());
            batch.execute();
        }
    }

    /** How many entries these sessions had. */
    static int delete(Handle handle, List<String> sessions) {
        return sessions.isEmpty()
                ? 0
                : handle.createUpdate("DELETE FROM kyc_audit WHERE session IN (<sessions>)")
                        .bindList("sessions", sessions)
                        .execute();
    }

    static List<AuditEntry> of(Handle handle, SessionId session) {
        return handle.createQuery("SELECT entry FROM kyc_audit WHERE session = :session ORDER BY seq")
                .bind("session", session.value())
                .mapTo(String.class)
                .map(json -> Rows.reading("an audit entry of session " + session, () -> AuditJson.read(json)))
                .list();
    }
}

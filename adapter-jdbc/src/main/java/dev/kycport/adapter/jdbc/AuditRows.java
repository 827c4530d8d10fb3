package dev.kycport.adapter.jdbc;

import dev.kycport.domain.SessionId;
import dev.kycport.ports.AuditEntry;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of the audit trail. */
final class AuditRows {

    private static final String INSERT = "INSERT INTO kyc_audit (session, at, kind, entry) VALUES (?, ?, ?, ?)";

    private AuditRows() {}

    static Change inserting(AuditRow row) {
        return new Change(INSERT, row::bind);
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

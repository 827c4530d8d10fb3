package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.adapter.jdbc.internal.database.JdbcUpdate;
import dev.kycport.adapter.jdbc.internal.database.RowSupport;
import dev.kycport.adapter.jdbc.internal.json.StoredAuditEntryJson;
import dev.kycport.domain.SessionId;
import dev.kycport.ports.store.AuditEntry;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** SQL of the audit trail. */
public final class AuditDao {

    private static final String INSERT = "INSERT INTO kyc_audit (session, at, kind, entry) VALUES (?, ?, ?, ?)";

    private AuditDao() {}

    static JdbcUpdate insert(AuditRow row) {
        return new JdbcUpdate(INSERT, row::bind);
    }

    /** Deletes the entries of these sessions; returns their number. */
    public static int delete(Handle handle, List<String> sessions) {
        return sessions.isEmpty()
                ? 0
                : handle.createUpdate("DELETE FROM kyc_audit WHERE session IN (<sessions>)")
                        .bindList("sessions", sessions)
                        .execute();
    }

    static List<AuditEntry> findBySession(Handle handle, SessionId session) {
        return handle.createQuery("SELECT entry FROM kyc_audit WHERE session = :session ORDER BY seq")
                .bind("session", session.value())
                .mapTo(String.class)
                .map(json -> RowSupport.readRow(
                        "an audit entry of session " + session, () -> StoredAuditEntryJson.read(json)))
                .list();
    }
}

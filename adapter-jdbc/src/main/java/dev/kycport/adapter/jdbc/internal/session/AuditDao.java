package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.adapter.jdbc.internal.database.JdbcUpdate;
import dev.kycport.adapter.jdbc.internal.database.RowSupport;
import dev.kycport.adapter.jdbc.internal.json.StoredAuditEntryJson;
import dev.kycport.domain.SessionId;
import dev.kycport.ports.store.AuditEntry;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;

/** SQL of the audit trail. */
public final class AuditDao {

    private static final String BY_SESSION = "SELECT entry FROM kyc_audit WHERE session = :session ORDER BY seq";

    private static final String INSERT = "INSERT INTO kyc_audit (session, at, kind, entry) VALUES (?, ?, ?, ?)";

    private AuditDao() {}

    static JdbcUpdate insert(AuditRow row) {
        return JdbcUpdate.of(INSERT, row::bind);
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
        return find(handle, BY_SESSION, session).list();
    }

    /** The entry that was stored last. */
    static Optional<AuditEntry> findLast(Handle handle, SessionId session) {
        return find(handle, BY_SESSION + " DESC LIMIT 1", session).findOne();
    }

    private static ResultIterable<AuditEntry> find(Handle handle, String query, SessionId session) {
        return handle.createQuery(query)
                .bind("session", session.value())
                .mapTo(String.class)
                .map(json -> RowSupport.readRow(
                        "an audit entry of session " + session, () -> StoredAuditEntryJson.read(json)));
    }
}

package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.JdbcUpdate;
import dev.kycport.domain.SessionId;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.AuditTrail;
import java.util.List;
import java.util.Optional;

/** The audit trail in {@code kyc_audit}. */
public final class JdbcAuditTrail implements AuditTrail {

    private final Database database;

    public JdbcAuditTrail(Database database) {
        this.database = database;
    }

    @Override
    public void append(AuditEntry entry) {
        Optional<JdbcUpdate> unusedNone = database.executeAll(List.of(AuditDao.insert(AuditRow.of(entry))));
    }

    @Override
    public List<AuditEntry> entries(SessionId session) {
        return database.read(handle -> AuditDao.findBySession(handle, session));
    }

    @Override
    public Optional<AuditEntry> findLast(SessionId session) {
        return database.read(handle -> AuditDao.findLast(handle, session));
    }
}

package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.domain.SessionId;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.AuditTrail;
import java.util.List;

/** The audit trail in {@code kyc_audit}. */
public final class JdbcAuditTrail implements AuditTrail {

    private final Database database;

    public JdbcAuditTrail(Database database) {
        this.database = database;
    }

    @Override
    public void append(AuditEntry entry) {
        boolean unused = database.execute(AuditDao.insert(AuditRow.of(entry)));
    }

    @Override
    public List<AuditEntry> entries(SessionId session) {
        return database.read(handle -> AuditDao.findBySession(handle, session));
    }
}

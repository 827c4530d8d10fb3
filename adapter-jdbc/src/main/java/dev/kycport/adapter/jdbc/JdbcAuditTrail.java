package dev.kycport.adapter.jdbc;

import dev.kycport.domain.SessionId;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.AuditTrail;
import java.util.List;

/** The audit trail in {@code kyc_audit}. */
final class JdbcAuditTrail implements AuditTrail {

    private final Database database;

    JdbcAuditTrail(Database database) {
        this.database = database;
    }

    @Override
    public void append(AuditEntry entry) {
        boolean unused = database.make(AuditRows.inserting(AuditRow.of(entry)));
    }

    @Override
    public List<AuditEntry> entries(SessionId session) {
        return database.read(handle -> AuditRows.of(handle, session));
    }
}

package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.adapter.jdbc.internal.database.RowSupport;
import dev.kycport.adapter.jdbc.internal.database.StatementBinder;
import dev.kycport.adapter.jdbc.internal.json.StoredAuditEntryJson;
import dev.kycport.ports.store.AuditEntry;
import java.sql.SQLException;
import java.util.List;

/** An entry ready to be stored. */
record AuditRow(AuditEntry entry, String json) {

    static AuditRow of(AuditEntry entry) {
        return new AuditRow(entry, StoredAuditEntryJson.write(entry));
    }

    /** Whoever reads the list while it is made can fail, and then nothing is stored. */
    static List<AuditRow> of(List<AuditEntry> entries) {
        return entries.stream().map(AuditRow::of).toList();
    }

    /** Session, time, kind and entry. */
    StatementBinder bind(StatementBinder statementBinder) throws SQLException {
        return statementBinder
                .text(entry.session().value())
                .number(RowSupport.toMicros(entry.at()))
                .text(entry.kind().code())
                .text(json);
    }
}

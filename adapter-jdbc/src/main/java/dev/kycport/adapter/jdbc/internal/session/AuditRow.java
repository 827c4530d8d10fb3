package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.adapter.jdbc.internal.database.RowSupport;
import dev.kycport.adapter.jdbc.internal.database.StatementBinder;
import dev.kycport.adapter.jdbc.internal.json.StoredAuditEntryJson;
import dev.kycport.ports.store.AuditEntry;
import java.sql.SQLException;
import java.util.List;

/** An audit entry that is ready to be stored. */
record AuditRow(AuditEntry entry, String json) {

    static AuditRow of(AuditEntry entry) {
        return new AuditRow(entry, StoredAuditEntryJson.write(entry));
    }

    /** The list may be lazy and fail; then nothing is stored. */
    static List<AuditRow> of(List<AuditEntry> entries) {
        return entries.stream().map(AuditRow::of).toList();
    }

    /** Binds session, time, kind and entry. */
    StatementBinder bind(StatementBinder binder) throws SQLException {
        return binder.text(entry.session().value())
                .number(RowSupport.toMicros(entry.at()))
                .text(entry.kind().code())
                .text(json);
    }
}

package dev.kycport.adapter.jdbc;

import dev.kycport.ports.AuditEntry;
import java.sql.SQLException;
import java.util.List;

/** An entry ready to be stored. */
record AuditRow(AuditEntry entry, String json) {

    static AuditRow of(AuditEntry entry) {
        return new AuditRow(entry, AuditJson.write(entry));
    }

    /** Whoever reads the list while it is made can fail, and then nothing is stored. */
    static List<AuditRow> of(List<AuditEntry> entries) {
        return entries.stream().map(AuditRow::of).toList();
    }

    /** Session, time, kind and entry. */
    Values bind(Values values) throws SQLException {
        return values.text(entry.session().value())
                .number(Rows.micros(entry.at()))
                .text(entry.kind().code())
                .text(json);
    }
}

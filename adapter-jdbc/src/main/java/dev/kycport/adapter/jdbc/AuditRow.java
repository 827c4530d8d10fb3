package dev.kycport.adapter.jdbc;

import dev.kycport.ports.AuditEntry;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

/** An entry ready to be stored. */
record AuditRow(AuditEntry entry, String json) {

    static AuditRow of(AuditEntry entry) {
        return new AuditRow(entry, AuditJson.write(entry));
    }

    /** Whoever reads the list while it is made can fail, and then nothing is stored. */
    static List<AuditRow> of(List<AuditEntry> entries) {
        return entries.stream().map(AuditRow::of).toList();
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        return statement
                .bind("session", Bound.text(entry.session().value()))
                .bind("at", Bound.number(Rows.micros(entry.at())))
                .bind("kind", Bound.text(entry.kind().code()))
                .bind("entry", Bound.text(json));
    }
}

package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.adapter.jdbc.internal.database.JdbcUpdate;
import dev.kycport.adapter.jdbc.internal.database.StatementBinder;

/** A write that stores one session, or none if its condition is not met. */
record SessionWrite(SessionSql statement, StatementBinder.Parameters parameters) {

    JdbcUpdate toUpdate() {
        return new JdbcUpdate(statement.sql(), parameters);
    }

    /** The same, and with it that entry if the session is stored. For PostgreSQL. */
    JdbcUpdate toUpdateWith(AuditRow entry) {
        return new JdbcUpdate(statement.sqlWithAuditEntry(), binder -> entry.bind(parameters.bindTo(binder)));
    }

    /**
     * What such a write says.
     *
     * @param sqlWithAuditEntry the same, and an entry written in the same statement: one way to the server instead of three
     */
    record SessionSql(String sql, String sqlWithAuditEntry) {

        static SessionSql of(String alone) {
            return new SessionSql(
                    alone,
                    "WITH written AS (" + alone + " RETURNING id) INSERT INTO kyc_audit (session, at, kind, entry)"
                            + " SELECT ?, ?, ?, ? FROM written");
        }
    }
}

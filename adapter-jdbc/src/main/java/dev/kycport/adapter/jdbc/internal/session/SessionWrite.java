package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.adapter.jdbc.internal.database.JdbcUpdate;
import dev.kycport.adapter.jdbc.internal.database.StatementBinder;

/** A write that stores one session, or none if its condition does not hold. */
record SessionWrite(SessionSql statement, StatementBinder.Parameters parameters) {

    JdbcUpdate toUpdate() {
        return new JdbcUpdate(statement.sql(), parameters);
    }

    /** The write together with an audit entry, which is stored only if the session is. For PostgreSQL. */
    JdbcUpdate toUpdateWith(AuditRow entry) {
        return new JdbcUpdate(statement.sqlWithAuditEntry(), binder -> entry.bind(parameters.bindTo(binder)));
    }

    /**
     * The statement of such a write.
     *
     * @param sqlWithAuditEntry stores an audit entry in the same statement: one round trip instead of three
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

package dev.kycport.adapter.jdbc;

/** A write that stores one session, or none if its condition is not met. */
record SessionWrite(Statement statement, Values.Source values) {

    Change alone() {
        return new Change(statement.alone(), values);
    }

    /** The same, and with it that entry if the session is stored. For PostgreSQL. */
    Change with(AuditRow entry) {
        return new Change(statement.withEntry(), into -> entry.bind(values.into(into)));
    }

    /**
     * What such a write says.
     *
     * @param withEntry the same, and an entry written in the same statement: one way to the server instead of three
     */
    record Statement(String alone, String withEntry) {

        static Statement of(String alone) {
            return new Statement(
                    alone,
                    "WITH written AS (" + alone + " RETURNING id) INSERT INTO kyc_audit (session, at, kind, entry)"
                            + " SELECT ?, ?, ?, ? FROM written");
        }
    }
}

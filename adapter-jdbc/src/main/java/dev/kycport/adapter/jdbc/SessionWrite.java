package dev.kycport.adapter.jdbc;

import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** A write that stores one session, or none if its condition is not met. */
record SessionWrite(Statement statement, UnaryOperator<Update> bound) {

    /** Whether it was stored. */
    boolean alone(Handle handle) {
        return bound.apply(handle.createUpdate(statement.alone())).execute() == 1;
    }

    /** Whether it was stored, and the entry with it. For PostgreSQL. */
    boolean with(AuditRow entry, Handle handle) {
        return entry.bind(bound.apply(handle.createUpdate(statement.withEntry())))
                        .execute()
                == 1;
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
                            + " SELECT :session, :at, :kind, :entry FROM written");
        }
    }
}

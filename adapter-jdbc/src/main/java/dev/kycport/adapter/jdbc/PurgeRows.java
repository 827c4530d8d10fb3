package dev.kycport.adapter.jdbc;

import dev.kycport.ports.RetentionStore.Count;
import dev.kycport.ports.RetentionStore.Purge;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows that say what was purged: written in the transaction that took it, and never changed. */
final class PurgeRows {

    private static final String INSERT = "INSERT INTO kyc_purge (purge, at, before_at, sessions, entries, held)"
            + " VALUES (:purge, :at, :before, :sessions, :entries, :held)";

    private static final String ALL = "SELECT at, before_at, sum(sessions) AS sessions, sum(entries) AS entries,"
            + " sum(held) AS held FROM kyc_purge GROUP BY purge, at, before_at ORDER BY min(seq)";

    private PurgeRows() {}

    /** @param name what the rows of that purge share */
    static void insert(Handle handle, String name, Purge part) {
        handle.createUpdate(INSERT)
                .bind("purge", name)
                .bind("at", part.at().toString())
                .bind("before", part.before().toString())
                .bind("sessions", part.count().sessions())
                .bind("entries", part.count().entries())
                .bind("held", part.count().held())
                .execute();
    }

    static List<Purge> all(Handle handle) {
        return handle.createQuery(ALL)
                .map((row, context) -> new Purge(
                        Instant.parse(row.getString("at")),
                        Instant.parse(row.getString("before_at")),
                        new Count(row.getLong("sessions"), row.getLong("entries"), row.getLong("held"))))
                .list();
    }
}

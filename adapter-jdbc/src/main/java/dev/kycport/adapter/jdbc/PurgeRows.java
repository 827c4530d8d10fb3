package dev.kycport.adapter.jdbc;

import dev.kycport.ports.RetentionStore.Beside;
import dev.kycport.ports.RetentionStore.Count;
import dev.kycport.ports.RetentionStore.Purge;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows that say what was purged: sessions in the transaction that took them, the rest right after, and never changed. */
final class PurgeRows {

    static final Beside NOTHING = new Beside(0, 0, 0);

    private static final String INSERT = "INSERT INTO kyc_purge"
            + " (purge, at, before_at, sessions, entries, held, identities, files, files_held)"
            + " VALUES (:purge, :at, :before, :sessions, :entries, :held, :identities, :files, :filesHeld)";

    // A purge is all that was taken as of one instant, in however many parts.
    private static final String ALL = "SELECT at, before_at, sum(sessions) AS sessions, sum(entries) AS entries,"
            + " sum(held) AS held, sum(identities) AS identities, sum(files) AS files, sum(files_held) AS files_held"
            + " FROM kyc_purge GROUP BY at, before_at ORDER BY min(seq)";

    private PurgeRows() {}

    /** A part of a purge; all of one have its instant for a name. */
    static int insert(Handle handle, Purge part) {
        return handle.createUpdate(INSERT)
                .bind("purge", part.at().toString())
                .bind("at", part.at().toString())
                .bind("before", part.before().toString())
                .bind("sessions", part.count().sessions())
                .bind("entries", part.count().entries())
                .bind("held", part.count().held())
                .bind("identities", part.beside().identities())
                .bind("files", part.beside().files())
                .bind("filesHeld", part.beside().filesHeld())
                .execute();
    }

    static List<Purge> all(Handle handle) {
        return handle.createQuery(ALL)
                .map((row, context) -> new Purge(
                        time(row.getString("at")),
                        time(row.getString("before_at")),
                        new Count(row.getLong("sessions"), row.getLong("entries"), row.getLong("held")),
                        new Beside(row.getLong("identities"), row.getLong("files"), row.getLong("files_held"))))
                .list();
    }

    private static Instant time(String text) {
        return Rows.reading("a purge", () -> Instant.parse(text));
    }
}

package dev.kycport.adapter.jdbc.internal.retention;

import dev.kycport.adapter.jdbc.internal.database.RowSupport;
import dev.kycport.ports.store.RetentionStore.Purge;
import dev.kycport.ports.store.RetentionStore.PurgeCounts;
import dev.kycport.ports.store.RetentionStore.PurgeExtras;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** SQL of the purge log. Sessions are logged in the transaction that deletes them, the rest right after. Rows never change. */
final class PurgeLogDao {

    static final PurgeExtras NO_EXTRAS = new PurgeExtras(0, 0, 0);

    private static final String INSERT = "INSERT INTO kyc_purge"
            + " (purge, at, before_at, sessions, entries, held, identities, files, files_held)"
            + " VALUES (:purge, :at, :before, :sessions, :entries, :held, :identities, :files, :filesHeld)";

    // All parts with the same instant are one purge.
    private static final String ALL = "SELECT at, before_at, sum(sessions) AS sessions, sum(entries) AS entries,"
            + " sum(held) AS held, sum(identities) AS identities, sum(files) AS files, sum(files_held) AS files_held"
            + " FROM kyc_purge GROUP BY at, before_at ORDER BY min(seq)";

    private PurgeLogDao() {}

    /** Logs a part of a purge; the instant identifies the purge. */
    static int insert(Handle handle, Purge part) {
        return handle.createUpdate(INSERT)
                .bind("purge", part.at().toString())
                .bind("at", part.at().toString())
                .bind("before", part.before().toString())
                .bind("sessions", part.counts().sessions())
                .bind("entries", part.counts().entries())
                .bind("held", part.counts().sessionsOnHold())
                .bind("identities", part.extras().identities())
                .bind("files", part.extras().files())
                .bind("filesHeld", part.extras().filesOnHold())
                .execute();
    }

    static List<Purge> findAll(Handle handle) {
        return handle.createQuery(ALL)
                .map((row, context) -> new Purge(
                        time(row.getString("at")),
                        time(row.getString("before_at")),
                        new PurgeCounts(row.getLong("sessions"), row.getLong("entries"), row.getLong("held")),
                        new PurgeExtras(row.getLong("identities"), row.getLong("files"), row.getLong("files_held"))))
                .list();
    }

    private static Instant time(String text) {
        return RowSupport.readRow("a purge", () -> Instant.parse(text));
    }
}

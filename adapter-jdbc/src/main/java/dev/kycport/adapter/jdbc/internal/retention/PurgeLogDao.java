package dev.kycport.adapter.jdbc.internal.retention;

import dev.kycport.adapter.jdbc.internal.database.RowSupport;
import dev.kycport.ports.store.RetentionStore.Purge;
import dev.kycport.ports.store.RetentionStore.PurgeCounts;
import dev.kycport.ports.store.RetentionStore.PurgeExtras;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows that say what was purged: sessions in the transaction that took them, the rest right after, and never changed. */
final class PurgeLogDao {

    static final PurgeExtras NO_EXTRAS = new PurgeExtras(0, 0, 0);

    private static final String INSERT = "INSERT INTO kyc_purge"
            + " (purge, at, before_at, sessions, entries, held, identities, files, files_held)"
            + " VALUES (:purge, :at, :before, :sessions, :entries, :held, :identities, :files, :filesHeld)";

    // A purge is all that was taken as of one instant, in however many parts.
    private static final String ALL = "SELECT at, before_at, sum(sessions) AS sessions, sum(entries) AS entries,"
            + " sum(held) AS held, sum(identities) AS identities, sum(files) AS files, sum(files_held) AS files_held"
            + " FROM kyc_purge GROUP BY at, before_at ORDER BY min(seq)";

    private PurgeLogDao() {}

    /** A part of a purge; all of one have its instant for a name. */
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

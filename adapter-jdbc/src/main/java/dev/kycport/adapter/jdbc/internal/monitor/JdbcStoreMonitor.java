package dev.kycport.adapter.jdbc.internal.monitor;

import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.RowSupport;
import dev.kycport.adapter.jdbc.internal.database.Schema;
import dev.kycport.ports.store.StoreMonitor;
import dev.kycport.ports.store.StoreStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Asks the database for its clock, its migration, and what is due. */
public final class JdbcStoreMonitor implements StoreMonitor {

    // Deletes nothing, but is refused where a write would be.
    private static final String WRITE = "DELETE FROM kyc_pending_code WHERE hash = '' AND free_at < 0";

    private static final String MIGRATION = "SELECT version FROM " + Schema.HISTORY_TABLE
            + " WHERE version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1";

    private static final String DUE = "SELECT count(*) AS due, min(due_at) AS oldest FROM"
            + " (SELECT due_at FROM kyc_session WHERE due_at <= :now ORDER BY due_at, id LIMIT "
            + StoreStatus.MAX_COUNTED
            + ") AS counted";

    private final Database database;
    private final String encryptionKey;
    private final Duration maxClockSkew;

    /**
     * Monitors a database.
     *
     * @param encryptionKey the id of the key that encrypts
     */
    public JdbcStoreMonitor(Database database, String encryptionKey, Duration maxClockSkew) {
        this.database = database;
        this.encryptionKey = encryptionKey;
        this.maxClockSkew = maxClockSkew;
    }

    @Override
    public Optional<Instant> clock() {
        return database.dialect()
                .clockQuery()
                .map(query -> database.read(handle -> RowSupport.fromMicros(
                        handle.createQuery(query).mapTo(Long.class).one())));
    }

    @Override
    public Duration maxClockSkew() {
        return maxClockSkew;
    }

    @Override
    public Optional<StoreStatus> status(Instant now) {
        database.writeStatement(handle -> handle.execute(WRITE));
        return Optional.of(database.read(handle -> read(handle, now)));
    }

    private StoreStatus read(Handle handle, Instant now) {
        String migration = handle.createQuery(MIGRATION).mapTo(String.class).one();
        return handle.createQuery(DUE)
                .bind("now", RowSupport.toMicros(now))
                .map((row, context) -> new StoreStatus(
                        migration,
                        encryptionKey,
                        row.getLong("due"),
                        Optional.ofNullable(row.getObject("oldest"))
                                .map(Number.class::cast)
                                .map(oldest -> RowSupport.fromMicros(oldest.longValue())),
                        database.poolUse()))
                .one();
    }
}

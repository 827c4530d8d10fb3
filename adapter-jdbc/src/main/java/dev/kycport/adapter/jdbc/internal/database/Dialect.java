package dev.kycport.adapter.jdbc.internal.database;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;

/** The differences between the two databases. */
public enum Dialect {
    SQLITE(
            // The rowid: ascending, and without a counter table.
            Map.of("id", "TEXT", "bytes", "BLOB", "serial", "INTEGER"),
            // The single writer locks the whole file, so neither rows nor tables need a lock.
            "",
            Optional.empty(),
            // All processes run on one machine, by one clock.
            Optional.empty()),
    POSTGRES(
            // Ids are compared byte by byte, which is faster than by the rules of a language.
            Map.of(
                    "id", "TEXT COLLATE \"C\"",
                    "bytes", "BYTEA",
                    "serial", "BIGINT GENERATED ALWAYS AS IDENTITY"),
            " FOR UPDATE SKIP LOCKED",
            Optional.of("LOCK TABLE %s IN SHARE MODE"),
            Optional.of("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint"));

    // About as long as such a transaction takes, and longer than a waiting process sleeps between two attempts.
    private static final Duration BATCH_PAUSE = Duration.ofMillis(25);

    private final Map<String, String> placeholders;
    private final String skipLockedClause;
    private final Optional<String> lockTableSql;
    private final Optional<String> clockQuery;

    Dialect(
            Map<String, String> placeholders,
            String skipLockedClause,
            Optional<String> lockTableSql,
            Optional<String> clockQuery) {
        this.placeholders = placeholders;
        this.skipLockedClause = skipLockedClause;
        this.lockTableSql = lockTableSql;
        this.clockQuery = clockQuery;
    }

    /** Selects the time of the server in microseconds, if it may be another than that of this process. */
    public Optional<String> clockQuery() {
        return clockQuery;
    }

    /** The values of the placeholders in the migrations. */
    Map<String, String> placeholders() {
        return placeholders;
    }

    /**
     * Gives other writers a turn between two transactions of a batch job. On SQLite other processes poll for the lock on the file
     * and would never find it free.
     */
    public void pauseBetweenBatches() {
        if (this == SQLITE) {
            LockSupport.parkNanos(BATCH_PAUSE.toNanos());
        }
    }

    /** Whether rows are locked individually. */
    public boolean locksRows() {
        return !skipLockedClause.isEmpty();
    }

    /** The end of a query that locks its rows and skips rows that another transaction has locked. */
    public String skipLockedClause() {
        return skipLockedClause;
    }

    /** Blocks other writers of the table until the transaction ends; waits for writes in progress. */
    public void lockTable(Handle handle, String table) {
        lockTableSql.ifPresent(lock -> handle.execute(lock.formatted(table)));
    }

    /** Whether its driver sends several statements in one round trip. SQLite has none, and runs the first alone. */
    boolean sendsStatementsTogether() {
        return this == POSTGRES;
    }
}

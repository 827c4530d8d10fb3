package dev.kycport.adapter.jdbc.internal.database;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;

/** Where the two databases differ. */
public enum Dialect {
    SQLITE(
            // The rowid: rising, and without a table of its own to count in.
            Map.of("id", "TEXT", "bytes", "BLOB", "serial", "INTEGER"),
            // The one writer holds the whole file, so no row needs a lock, and no table.
            "",
            Optional.empty()),
    POSTGRES(
            // Ids are compared byte by byte: nobody sorts them by the rules of a language, and it is faster.
            Map.of(
                    "id", "TEXT COLLATE \"C\"",
                    "bytes", "BYTEA",
                    "serial", "BIGINT GENERATED ALWAYS AS IDENTITY"),
            " FOR UPDATE SKIP LOCKED",
            Optional.of("LOCK TABLE %s IN SHARE MODE"));

    // About as long as such a transaction takes, and longer than who waits for SQLite sleeps before asking again.
    private static final Duration BATCH_PAUSE = Duration.ofMillis(25);

    private final Map<String, String> placeholders;
    private final String skipLockedClause;
    private final Optional<String> lockTableSql;

    Dialect(Map<String, String> words, String skippingLocked, Optional<String> freezing) {
        this.placeholders = words;
        this.skipLockedClause = skippingLocked;
        this.lockTableSql = freezing;
    }

    /** What stands for each placeholder of the migrations. */
    Map<String, String> placeholders() {
        return placeholders;
    }

    /**
     * Lets others write for a moment, between two transactions of many. On SQLite those of another process only ask now and then
     * whether the file is free, and would never find it so.
     */
    public void pauseBetweenBatches() {
        if (this == SQLITE) {
            LockSupport.parkNanos(BATCH_PAUSE.toNanos());
        }
    }

    /** Whether rows are locked one by one. */
    public boolean locksRows() {
        return !skipLockedClause.isEmpty();
    }

    /** What to add to a query whose rows will be written, where others may be writing them. */
    public String skipLockedClause() {
        return skipLockedClause;
    }

    /** From here to the end of the transaction nobody else writes to that table; waits for those who are at it. */
    public void lockTable(Handle handle, String table) {
        lockTableSql.ifPresent(lock -> handle.execute(lock.formatted(table)));
    }

    /** Whether one statement can write to two tables. */
    public boolean supportsWritableCte() {
        return this == POSTGRES;
    }
}

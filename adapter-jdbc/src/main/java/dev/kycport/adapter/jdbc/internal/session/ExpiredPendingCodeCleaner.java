package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.Dialect;
import dev.kycport.adapter.jdbc.internal.database.RowSupport;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Deletes expired reservations of numbers, in small batches and without rows that another transaction has locked, so that no
 * step waits for it.
 */
final class ExpiredPendingCodeCleaner {

    private static final int BATCH_SIZE = 100;

    private ExpiredPendingCodeCleaner() {}

    /** Returns the number of deleted rows. */
    static int deleteBatch(Dialect dialect, Handle handle, Instant now) {
        return handle.createUpdate("DELETE FROM kyc_pending_code WHERE hash IN (SELECT hash FROM kyc_pending_code"
                        + " WHERE free_at <= :now ORDER BY free_at LIMIT " + BATCH_SIZE + dialect.skipLockedClause()
                        + ")")
                .bind("now", RowSupport.toMicros(now))
                .execute();
    }

    static void deleteAll(Database database, Instant now) {
        int deleted;
        do {
            deleted = database.writeStatement(handle -> deleteBatch(database.dialect(), handle, now));
        } while (deleted == BATCH_SIZE);
    }
}

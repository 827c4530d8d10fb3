package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.Dialect;
import dev.kycport.adapter.jdbc.internal.database.JdbcUpdate;
import dev.kycport.adapter.jdbc.internal.database.RowSupport;
import java.time.Instant;

/**
 * Deletes expired reservations of numbers, in small batches and without rows that another transaction has locked, so that no
 * step waits for it.
 */
final class ExpiredPendingCodeCleaner {

    private static final int BATCH_SIZE = 100;

    private ExpiredPendingCodeCleaner() {}

    /** Deletes one batch. */
    static JdbcUpdate deleteBatch(Dialect dialect, Instant now) {
        return JdbcUpdate.of(
                "DELETE FROM kyc_pending_code WHERE hash IN (SELECT hash FROM kyc_pending_code"
                        + " WHERE free_at <= ? ORDER BY free_at LIMIT " + BATCH_SIZE + dialect.skipLockedClause()
                        + ")",
                binder -> binder.number(RowSupport.toMicros(now)));
    }

    static void deleteAll(Database database, Instant now) {
        JdbcUpdate batch = deleteBatch(database.dialect(), now);
        int deleted;
        do {
            deleted = database.writeStatement(handle -> batch.execute(handle.getConnection()));
        } while (deleted == BATCH_SIZE);
    }
}

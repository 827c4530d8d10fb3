package dev.kycport.adapter.jdbc;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Forgets the numbers whose window has closed. A few at a time and passing over rows that somebody else is writing, so that
 * nobody waits for it.
 */
final class PendingSweep {

    private static final int AT_ONCE = 100;

    private PendingSweep() {}

    /** How many were forgotten. */
    static int some(Dialect dialect, Handle handle, Instant now) {
        return handle.createUpdate("DELETE FROM kyc_pending_code WHERE hash IN (SELECT hash FROM kyc_pending_code"
                        + " WHERE free_at <= :now ORDER BY free_at LIMIT " + AT_ONCE + dialect.skippingLocked() + ")")
                .bind("now", Rows.micros(now))
                .execute();
    }

    static void all(Database database, Instant now) {
        int forgotten;
        do {
            forgotten = database.writeOne(handle -> some(database.dialect(), handle, now));
        } while (forgotten == AT_ONCE);
    }
}

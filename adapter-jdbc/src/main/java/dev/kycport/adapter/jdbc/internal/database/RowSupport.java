package dev.kycport.adapter.jdbc.internal.database;

import dev.kycport.ports.store.UnreadableRecordException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** What all rows share: the form of times in indexed columns, and the error for a row that cannot be read. */
public final class RowSupport {

    private RowSupport() {}

    /** The time for comparing and sorting in the database, truncated to microseconds. */
    public static long toMicros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    /** The inverse of {@link #toMicros}. */
    public static Instant fromMicros(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /**
     * Reads a row.
     *
     * @param which names the row in the error message
     */
    public static <T> T readRow(String which, Supplier<T> row) {
        try {
            return row.get();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException damaged) {
            // Without its cause: that may quote the row.
            throw new UnreadableRecordException(
                    which + " is stored in a row that is damaged; restore it from a backup");
        }
    }
}

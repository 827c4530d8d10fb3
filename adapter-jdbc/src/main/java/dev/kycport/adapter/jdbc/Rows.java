package dev.kycport.adapter.jdbc;

import dev.kycport.ports.UnreadableRecordException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** What all rows share: how their times are written for an index, and what is said of one that cannot be read. */
final class Rows {

    private Rows() {}

    /** For comparing and sorting in the database; what is finer than a microsecond is cut off. */
    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    /** What {@link #micros} wrote. */
    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /**
     * Reads a row.
     *
     * @param which row, for the message
     */
    static <T> T reading(String which, Supplier<T> row) {
        try {
            return row.get();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException damaged) {
            // Without its cause: that may quote the row.
            throw new UnreadableRecordException(
                    which + " is stored in a row that is damaged; restore it from a backup");
        }
    }
}

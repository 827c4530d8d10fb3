package dev.kycport.adapter.jdbc.internal.database;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Sentences for the operator, by SQLite's result code. */
final class SqliteErrorMessages {

    // The low byte of an extended result code.
    private static final int PRIMARY_CODE_MASK = 0xff;

    private static final String DISK_FULL = "the disk of the database is full, nothing was stored: make room";

    private static final String FOREIGN_LOG =
            "the -wal or -shm file beside the database file belongs to another database or was replaced: stop every process,"
                    + " and when you restore a backup first remove both";

    private SqliteErrorMessages() {}

    /**
     * Describes the exception.
     *
     * @param failed an {@link SQLiteException}
     */
    static String describe(SQLException failed) {
        SQLiteException error = (SQLiteException) failed;
        if (error.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
            // Readers, too, create a small file beside the database.
            return DISK_FULL;
        }
        if (error.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHORT_READ) {
            // The index of the log points to frames that the log does not have.
            return FOREIGN_LOG;
        }
        int code = error.getResultCode().code;
        return switch (SQLiteErrorCode.getErrorCode(code & PRIMARY_CODE_MASK)) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                "another process has held the database file for longer than kyc.store.timeout";
            case SQLITE_READONLY, SQLITE_PERM ->
                "the database file cannot be written: give the user that runs this the right to write it and its"
                        + " folder";
            case SQLITE_CANTOPEN ->
                "the database file cannot be opened or created: look at the path in kyc.store.url, and whether the user"
                        + " that runs this may write there";
            case SQLITE_FULL -> DISK_FULL;
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                "the database file is damaged, or is none, or a -wal file of another database lies beside it: restore it"
                        + " from a backup, and first remove the -wal and -shm files";
            case SQLITE_IOERR, SQLITE_NOLFS ->
                "the disk of the database fails, or is full: look at it before anything else (SQLite " + code + ")";
            default -> "the database failed (SQLite " + code + ")";
        };
    }
}

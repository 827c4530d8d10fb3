package dev.kycport.adapter.jdbc.internal.database.sqlite;

import dev.kycport.ports.store.StoreUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * The write-ahead log beside a database file. SQLite takes over whatever lies there, also the log of another database. The page
 * sizes are the one thing by which the two can be compared: both formats are in SQLite's "Database File Format", 1.3.2 and 4.1.
 */
final class WalFile {

    private static final int DATABASE_PAGE_SIZE_OFFSET = 16;
    private static final int LOG_PAGE_SIZE_OFFSET = 8;
    private static final int LARGEST_PAGE_SIZE = 65_536;

    private WalFile() {}

    /** @throws StoreUnavailableException if the log cannot be that of the database */
    static void requireMatching(Path database) {
        Path log = Path.of(database + "-wal");
        try {
            OptionalInt databasePages = pageSizeOfDatabase(database);
            OptionalInt logPages = pageSizeOfLog(log);
            if (databasePages.isPresent() && logPages.isPresent() && !databasePages.equals(logPages)) {
                throw new StoreUnavailableException("the file " + log + " belongs to another database than " + database
                        + ": when you restore a backup, first remove the -wal and -shm files; nothing was changed");
            }
        } catch (IOException unreadable) {
            throw new StoreUnavailableException("the file " + database + " or " + log + " cannot be read", unreadable);
        }
    }

    // 1 stands for the largest, which two bytes cannot hold.
    private static OptionalInt pageSizeOfDatabase(Path database) throws IOException {
        ByteBuffer header = header(database, DATABASE_PAGE_SIZE_OFFSET + Short.BYTES);
        if (header.limit() < DATABASE_PAGE_SIZE_OFFSET + Short.BYTES) {
            return OptionalInt.empty();
        }
        int size = Short.toUnsignedInt(header.getShort(DATABASE_PAGE_SIZE_OFFSET));
        return OptionalInt.of(size == 1 ? LARGEST_PAGE_SIZE : size);
    }

    private static OptionalInt pageSizeOfLog(Path log) throws IOException {
        ByteBuffer header = header(log, LOG_PAGE_SIZE_OFFSET + Integer.BYTES);
        return header.limit() < LOG_PAGE_SIZE_OFFSET + Integer.BYTES
                ? OptionalInt.empty()
                : OptionalInt.of(header.getInt(LOG_PAGE_SIZE_OFFSET));
    }

    private static ByteBuffer header(Path file, int length) throws IOException {
        if (!Files.isRegularFile(file)) {
            return ByteBuffer.allocate(0);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return ByteBuffer.wrap(in.readNBytes(length));
        }
    }
}

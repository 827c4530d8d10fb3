package dev.kycport.adapter.jdbc.internal.database.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.kycport.adapter.jdbc.internal.database.ConnectionPools;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.DatabaseSettings;
import dev.kycport.adapter.jdbc.internal.database.Dialect;
import dev.kycport.adapter.jdbc.internal.database.Schema;
import dev.kycport.files.FileMutex;
import dev.kycport.files.OwnerOnlyFiles;
import dev.kycport.ports.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Opens a database in one file, and creates the file if it is missing. */
public final class SqliteDatabase {

    public static final String SCHEME = "jdbc:sqlite:";

    // More readers hardly read faster; they only must not wait for the writer.
    private static final int READER_POOL_SIZE = 4;

    // Building an index over millions of rows takes minutes.
    private static final Duration MIGRATION_TIMEOUT = Duration.ofHours(1);

    private SqliteDatabase() {}

    /** The key file of that database if the configuration names none. */
    public static Path keyFile(String url) {
        return sibling(file(url), ".keys");
    }

    public static Database open(String url, DatabaseSettings settings) {
        Path file = file(url);
        createFile(file);
        WalFile.requireMatching(file);
        OpenedFile opened = OpenedFile.of(file);
        Duration timeout = settings.timeout();
        SQLiteDataSource writerSource = writerDataSource(file, timeout);
        migrate(sibling(file, ".lock"), new Schema(Dialect.SQLITE, writerSource, Optional.empty()));
        // Erased values are overwritten, not only unlinked.
        HikariDataSource writes = pool("kyc-writer", opened, writerSource, 1, timeout, "PRAGMA secure_delete = ON");
        HikariDataSource reads = pool(
                "kyc-reader",
                opened,
                dataSource(file, baseConfig(timeout)),
                READER_POOL_SIZE,
                timeout,
                "PRAGMA query_only = ON");
        return new Database(Dialect.SQLITE, writes, reads, new SqliteTransactions(writes));
    }

    /**
     * Checks that the file is there.
     *
     * @throws StoreUnavailableException if it is missing
     */
    public static void requireExisting(String url) {
        Path file = file(url);
        if (Files.notExists(file)) {
            throw new StoreUnavailableException(
                    "no database at " + file + ": look at the path in kyc.store.url; this command creates none");
        }
    }

    private static void createFile(Path file) {
        try {
            OwnerOnlyFiles.createFolder(file.toAbsolutePath().resolveSibling(""));
            OwnerOnlyFiles.createFile(file);
        } catch (IOException failed) {
            throw new StoreUnavailableException("the database file " + file + " cannot be created", failed);
        }
    }

    // SQLite itself does not serialize the migrations of two processes.
    private static void migrate(Path lockFile, Schema schema) {
        if (schema.isCurrent()) {
            return;
        }
        try {
            new FileMutex(lockFile, MIGRATION_TIMEOUT).hold(schema::migrate);
        } catch (IOException failed) {
            throw new StoreUnavailableException("the file " + lockFile + " cannot be locked", failed);
        }
    }

    // URL parameters could switch off what durability depends on.
    private static Path file(String url) {
        String path = url.substring(SCHEME.length());
        if (path.isBlank() || path.startsWith(":") || path.startsWith("file:") || path.contains("?")) {
            throw new StoreUnavailableException("kyc.store.url must be jdbc:sqlite: and the path of a file, without"
                    + " parameters; for a store that ends with the process use memory");
        }
        try {
            return Path.of(path);
        } catch (InvalidPathException malformed) {
            throw new StoreUnavailableException("kyc.store.url does not end in the path of a file");
        }
    }

    private static Path sibling(Path file, String ending) {
        return Path.of(file + ending);
    }

    private static SQLiteDataSource writerDataSource(Path file, Duration timeout) {
        SQLiteConfig config = baseConfig(timeout);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        // Takes the write lock first: a transaction that reads and then writes would be refused at once, without
        // waiting.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return dataSource(file, config);
    }

    private static HikariDataSource pool(
            String name, OpenedFile file, SQLiteDataSource connections, int maxSize, Duration timeout, String initSql) {
        HikariConfig config = ConnectionPools.config(name, connections, maxSize, timeout, initSql);
        // Connections to a file need no renewal.
        config.setMaxLifetime(0);
        return new SqlitePool(config, file);
    }

    private static SQLiteConfig baseConfig(Duration timeout) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(timeout.toMillis()));
        return config;
    }

    private static SQLiteDataSource dataSource(Path file, SQLiteConfig config) {
        return new StatementCachingDataSource(file, config);
    }
}

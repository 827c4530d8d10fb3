package dev.kycport.adapter.jdbc.internal.database.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.kycport.adapter.jdbc.internal.crypto.StoreSettings;
import dev.kycport.adapter.jdbc.internal.database.ConnectionPools;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.Dialect;
import dev.kycport.adapter.jdbc.internal.database.FileMutex;
import dev.kycport.adapter.jdbc.internal.database.OwnerOnlyPaths;
import dev.kycport.adapter.jdbc.internal.database.Schema;
import dev.kycport.ports.store.StoreUnavailableException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A database in one file, which is made where there is none. */
public final class SqliteDatabase {

    public static final String SCHEME = "jdbc:sqlite:";

    // More would hardly read faster; they only must not wait for the writer.
    private static final int READER_POOL_SIZE = 4;

    private SqliteDatabase() {}

    /** Where the keys of that database are kept if the configuration does not say. */
    public static Path keyFile(String url) {
        return sibling(file(url), ".keys");
    }

    public static Database open(String url, StoreSettings settings) {
        Path file = file(url);
        OwnerOnlyPaths.createFolder(file.toAbsolutePath().resolveSibling(""));
        OwnerOnlyPaths.createFile(file);
        Duration timeout = settings.timeout();
        SQLiteDataSource writing = writerDataSource(file, timeout);
        Schema schema = new Schema(Dialect.SQLITE, writing);
        if (!schema.isCurrent()) {
            FileMutex.runExclusively(sibling(file, ".lock"), schema::migrate);
        }
        return new Database(
                Dialect.SQLITE,
                // Whatever is erased is overwritten, not only forgotten.
                pool("kyc-writer", writing, 1, timeout, "PRAGMA secure_delete = ON"),
                pool(
                        "kyc-reader",
                        dataSource(file, baseConfig(timeout)),
                        READER_POOL_SIZE,
                        timeout,
                        "PRAGMA query_only = ON"));
    }

    // Parameters would be a way to switch off what durability relies on.
    private static Path file(String url) {
        String path = url.substring(SCHEME.length());
        if (path.isBlank() || path.startsWith(":") || path.startsWith("file:") || path.contains("?")) {
            throw new StoreUnavailableException("kyc.store.url must be jdbc:sqlite: and the path of a file, without"
                    + " parameters; for a store that is gone with the process there is memory");
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
        // Takes the right to write first: a reader that turns writer is refused at once instead of waiting.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return dataSource(file, config);
    }

    private static HikariDataSource pool(
            String name, SQLiteDataSource connections, int maxSize, Duration timeout, String initSql) {
        HikariConfig config = ConnectionPools.config(name, connections, maxSize, timeout, initSql);
        // A connection to a file does not grow old.
        config.setMaxLifetime(0);
        return new HikariDataSource(config);
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

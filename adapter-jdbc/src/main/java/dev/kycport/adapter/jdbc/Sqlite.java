package dev.kycport.adapter.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.kycport.ports.StoreUnavailableException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A database in one file, which is made where there is none. */
final class Sqlite {

    static final String SCHEME = "jdbc:sqlite:";

    // More would hardly read faster; they only must not wait for the writer.
    private static final int READERS = 4;

    private Sqlite() {}

    /** Where the keys of that database are kept if the configuration does not say. */
    static Path keyFile(String url) {
        return beside(file(url), ".keys");
    }

    static Database open(String url, StoreSettings settings) {
        Path file = file(url);
        Folders.make(file.toAbsolutePath().resolveSibling(""));
        Folders.makeFile(file);
        Duration timeout = settings.timeout();
        SQLiteDataSource writing = writing(file, timeout);
        Schema schema = new Schema(Dialect.SQLITE, writing);
        if (!schema.isCurrent()) {
            InTurn.at(beside(file, ".lock"), schema::migrate);
        }
        return new Database(
                Dialect.SQLITE,
                // Whatever is erased is overwritten, not only forgotten.
                pool("kyc-writer", writing, 1, timeout, "PRAGMA secure_delete = ON"),
                pool("kyc-reader", source(file, usual(timeout)), READERS, timeout, "PRAGMA query_only = ON"));
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

    private static Path beside(Path file, String ending) {
        return Path.of(file + ending);
    }

    private static SQLiteDataSource writing(Path file, Duration timeout) {
        SQLiteConfig config = usual(timeout);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        // Takes the right to write first: a reader that turns writer is refused at once instead of waiting.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return source(file, config);
    }

    private static HikariDataSource pool(
            String name, SQLiteDataSource connections, int most, Duration timeout, String first) {
        HikariConfig config = Pools.config(name, connections, most, timeout, first);
        // A connection to a file does not grow old.
        config.setMaxLifetime(0);
        return new HikariDataSource(config);
    }

    private static SQLiteConfig usual(Duration timeout) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(timeout.toMillis()));
        return config;
    }

    private static SQLiteDataSource source(Path file, SQLiteConfig config) {
        return new KeepingSource(file, config);
    }
}

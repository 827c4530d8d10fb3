package dev.kycport.adapter.jdbc;

import dev.kycport.ports.Stores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteCanaryTest extends CanaryFacts {

    @TempDir
    private Path folder;

    @Override
    Stores open() {
        return new JdbcStores().open(url(), new TestSettings());
    }

    @Override
    Database direct() {
        return Sqlite.open(url(), new StoreSettings(new TestSettings()));
    }

    @Override
    Path folder() {
        return folder;
    }

    // What is committed is in the file beside the database, and later in the database.
    @Override
    void flush() {}

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("kyc.db");
    }
}

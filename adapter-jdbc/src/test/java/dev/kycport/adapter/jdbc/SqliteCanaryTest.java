package dev.kycport.adapter.jdbc;

import dev.kycport.adapter.jdbc.fixture.TestSettings;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.DatabaseSettings;
import dev.kycport.adapter.jdbc.internal.database.sqlite.SqliteDatabase;
import dev.kycport.ports.store.Stores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteCanaryTest extends CanaryContract {

    @TempDir
    private Path folder;

    @Override
    public Stores open() {
        return new JdbcStoreFactory().open(url(), new TestSettings());
    }

    @Override
    public Database direct() {
        return SqliteDatabase.open(url(), new DatabaseSettings(new TestSettings()));
    }

    @Override
    public Path folder() {
        return folder;
    }

    // What is committed is in the file beside the database, and later in the database.
    @Override
    public void flush() {}

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("kyc.db");
    }
}

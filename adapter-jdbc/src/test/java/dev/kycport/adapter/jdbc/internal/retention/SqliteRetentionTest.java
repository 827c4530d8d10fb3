package dev.kycport.adapter.jdbc.internal.retention;

import dev.kycport.adapter.jdbc.fixture.TestSettings;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.DatabaseSettings;
import dev.kycport.adapter.jdbc.internal.database.sqlite.SqliteDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteRetentionTest extends JdbcRetentionStoreContract {

    @TempDir
    private Path folder;

    private Database opened;

    @AfterEach
    void close() {
        opened.close();
    }

    @Override
    Database database() {
        opened = SqliteDatabase.open(
                "jdbc:sqlite:" + folder.resolve("kyc.db"), new DatabaseSettings(new TestSettings()));
        return opened;
    }
}

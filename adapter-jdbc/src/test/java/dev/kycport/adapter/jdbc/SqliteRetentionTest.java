package dev.kycport.adapter.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteRetentionTest extends RetentionFacts {

    @TempDir
    private Path folder;

    private Database opened;

    @AfterEach
    void close() {
        opened.close();
    }

    @Override
    Database database() {
        opened = Sqlite.open("jdbc:sqlite:" + folder.resolve("kyc.db"), new StoreSettings(new TestSettings()));
        return opened;
    }
}

package dev.kycport.adapter.jdbc;

import dev.kycport.adapter.jdbc.fixture.SqliteFixture;
import dev.kycport.adapter.jdbc.internal.database.Database;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class SqliteIndexUsageTest extends IndexUsageContract {

    @TempDir
    private Path folder;

    // Statistics are read when a connection is opened.
    @Override
    Database filled(List<String> statements) {
        SqliteFixture ground = SqliteFixture.in(folder);
        ground.open().close();
        statements.forEach(ground::tamper);
        return ground.database(ground.settings());
    }
}

package dev.kycport.adapter.jdbc;

import dev.kycport.adapter.jdbc.fixture.DatabaseFixture;
import dev.kycport.adapter.jdbc.fixture.SqliteFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteDamagedRowsTest extends DamagedRowsContract {

    @TempDir
    private Path folder;

    @Override
    public DatabaseFixture ground() {
        return SqliteFixture.in(folder);
    }
}

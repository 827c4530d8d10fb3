package dev.kycport.adapter.jdbc.internal.consent;

import dev.kycport.adapter.jdbc.fixture.DatabaseFixture;
import dev.kycport.adapter.jdbc.fixture.SqliteFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteConsentLedgerReaderTest extends JdbcConsentLedgerReaderContract {

    @TempDir
    private Path folder;

    @Override
    public DatabaseFixture ground() {
        return SqliteFixture.in(folder);
    }
}

package dev.kycport.adapter.jdbc.internal.consent;

import dev.kycport.adapter.jdbc.fixture.SqliteFixture;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.ConsentLedgerContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteConsentLedgerTest extends ConsentLedgerContract {

    @TempDir
    private Path folder;

    @Override
    protected Stores stores() {
        return SqliteFixture.in(folder).open();
    }
}

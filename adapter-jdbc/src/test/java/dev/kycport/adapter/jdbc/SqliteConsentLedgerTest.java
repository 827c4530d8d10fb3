package dev.kycport.adapter.jdbc;

import dev.kycport.ports.Stores;
import dev.kycport.tck.ConsentLedgerContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteConsentLedgerTest extends ConsentLedgerContract {

    @TempDir
    private Path folder;

    @Override
    protected Stores stores() {
        return SqliteGround.in(folder).open();
    }
}

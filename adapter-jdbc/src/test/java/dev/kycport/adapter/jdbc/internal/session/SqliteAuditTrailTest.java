package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.adapter.jdbc.fixture.SqliteFixture;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.AuditTrailContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteAuditTrailTest extends AuditTrailContract {

    @TempDir
    private Path folder;

    @Override
    protected Stores stores() {
        return SqliteFixture.in(folder).open();
    }
}

package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.adapter.jdbc.fixture.SqliteFixture;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.SessionStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteSessionStoreTest extends SessionStoreContract {

    @TempDir
    private Path folder;

    @Override
    protected Stores stores() {
        return SqliteFixture.in(folder).open();
    }
}

package dev.kycport.adapter.jdbc;

import dev.kycport.ports.Stores;
import dev.kycport.tck.SessionStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteSessionStoreTest extends SessionStoreContract {

    @TempDir
    private Path folder;

    @Override
    protected Stores stores() {
        return SqliteGround.in(folder).open();
    }
}

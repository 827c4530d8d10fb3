package dev.kycport.adapter.jdbc;

import dev.kycport.ports.Stores;
import dev.kycport.tck.PendingCodeStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqlitePendingCodeStoreTest extends PendingCodeStoreContract {

    @TempDir
    private Path folder;

    @Override
    protected Stores stores() {
        return new JdbcStores().open("jdbc:sqlite:" + folder.resolve("kyc.db"), new TestSettings());
    }
}

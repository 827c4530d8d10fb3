package dev.kycport.adapter.jdbc.internal.record;

import dev.kycport.adapter.jdbc.JdbcStoreFactory;
import dev.kycport.adapter.jdbc.fixture.TestSettings;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.record.ExpiringRecordStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteRecordStoreTest extends ExpiringRecordStoreContract {

    @TempDir
    private Path folder;

    @Override
    protected Stores stores() {
        return new JdbcStoreFactory().open("jdbc:sqlite:" + folder.resolve("kyc.db"), new TestSettings());
    }
}

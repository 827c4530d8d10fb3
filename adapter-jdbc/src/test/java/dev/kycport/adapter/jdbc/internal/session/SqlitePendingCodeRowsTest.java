package dev.kycport.adapter.jdbc.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.jdbc.JdbcStoreFactory;
import dev.kycport.adapter.jdbc.fixture.TestSettings;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.DatabaseSettings;
import dev.kycport.adapter.jdbc.internal.database.sqlite.SqliteDatabase;
import dev.kycport.ports.store.PendingCodeStore;
import dev.kycport.ports.store.Stores;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlitePendingCodeRowsTest extends PendingCodeRowsContract {

    @TempDir
    private Path folder;

    private Database opened;

    @AfterEach
    void close() {
        opened.close();
    }

    @Override
    Database database() {
        opened = SqliteDatabase.open(url(), new DatabaseSettings(new TestSettings()));
        return opened;
    }

    @Test
    void whoever_wants_no_such_trace_turns_it_off() {
        try (Stores stores = new JdbcStoreFactory().open(url(), new TestSettings().with("pending-codes", "off"))) {
            assertThat(stores.pendingCodes()).isSameAs(PendingCodeStore.NONE);
        }
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("kyc.db");
    }
}

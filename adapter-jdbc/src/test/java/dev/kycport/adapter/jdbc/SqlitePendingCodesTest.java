package dev.kycport.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.ports.PendingCodeStore;
import dev.kycport.ports.Stores;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlitePendingCodesTest extends PendingCodeFacts {

    @TempDir
    private Path folder;

    private Database opened;

    @AfterEach
    void close() {
        opened.close();
    }

    @Override
    Database database() {
        opened = Sqlite.open(url(), new StoreSettings(new TestSettings()));
        return opened;
    }

    @Test
    void whoever_wants_no_such_trace_turns_it_off() {
        try (Stores stores = new JdbcStores().open(url(), new TestSettings().with("pending-codes", "off"))) {
            assertThat(stores.pending()).isSameAs(PendingCodeStore.NONE);
        }
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("kyc.db");
    }
}

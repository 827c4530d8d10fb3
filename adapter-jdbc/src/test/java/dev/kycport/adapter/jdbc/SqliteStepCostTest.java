package dev.kycport.adapter.jdbc;

import dev.kycport.adapter.jdbc.fixture.SqliteFixture;
import dev.kycport.adapter.jdbc.fixture.TestSettings;
import dev.kycport.adapter.jdbc.internal.crypto.StoreKeys;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.DatabaseSettings;
import dev.kycport.ports.store.Stores;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteCommitListener;
import org.sqlite.SQLiteConnection;

class SqliteStepCostTest extends StepCostContract {

    @TempDir
    private Path folder;

    private final AtomicInteger commits = new AtomicInteger();
    private Database database;

    @BeforeEach
    void open() {
        SqliteFixture fixture = SqliteFixture.in(folder);
        database = fixture.database(fixture.settings());
        // The one connection that writes.
        database.writeStatement(handle -> {
            handle.getConnection().unwrap(SQLiteConnection.class).addCommitListener(new CommitCounter());
            return handle;
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    Stores stores() {
        return JdbcStoreFactory.createStores(database, StoreKeys.generate(), new DatabaseSettings(new TestSettings()));
    }

    @Override
    int commits() {
        return commits.get();
    }

    private final class CommitCounter implements SQLiteCommitListener {

        @Override
        public void onCommit() {
            commits.incrementAndGet();
        }

        @Override
        public void onRollback() {
            // Nothing was committed.
        }
    }
}

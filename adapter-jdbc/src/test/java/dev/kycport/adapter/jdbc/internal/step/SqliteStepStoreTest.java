package dev.kycport.adapter.jdbc.internal.step;

import dev.kycport.adapter.jdbc.fixture.SqliteFixture;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.StepStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStepStoreTest extends StepStoreContract {

    @TempDir
    private Path folder;

    @Override
    protected Stores stores() {
        return SqliteFixture.in(folder).open();
    }
}

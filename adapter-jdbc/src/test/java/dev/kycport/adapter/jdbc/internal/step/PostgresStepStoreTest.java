package dev.kycport.adapter.jdbc.internal.step;

import dev.kycport.adapter.jdbc.fixture.PostgresFixture;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.StepStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

class PostgresStepStoreTest extends StepStoreContract {

    private static final PostgresFixture DATABASE = PostgresFixture.create();

    @AfterAll
    static void release() {
        DATABASE.opened().close();
    }

    @AfterEach
    void empty() {
        DATABASE.close();
    }

    @Override
    protected Stores stores() {
        return DATABASE.open();
    }
}

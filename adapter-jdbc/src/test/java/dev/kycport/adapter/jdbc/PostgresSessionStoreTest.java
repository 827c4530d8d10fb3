package dev.kycport.adapter.jdbc;

import dev.kycport.ports.Stores;
import dev.kycport.tck.SessionStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

class PostgresSessionStoreTest extends SessionStoreContract {

    private static final PostgresGround GROUND = PostgresGround.rent();

    @AfterAll
    static void release() {
        GROUND.opened().close();
    }

    @AfterEach
    void empty() {
        GROUND.close();
    }

    @Override
    protected Stores stores() {
        return GROUND.open();
    }
}

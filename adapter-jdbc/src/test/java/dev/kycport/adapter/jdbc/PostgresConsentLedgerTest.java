package dev.kycport.adapter.jdbc;

import dev.kycport.ports.Stores;
import dev.kycport.tck.ConsentLedgerContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

class PostgresConsentLedgerTest extends ConsentLedgerContract {

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

package dev.kycport.adapter.jdbc.internal.session;

import dev.kycport.adapter.jdbc.fixture.PostgresFixture;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.AuditTrailContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

class PostgresAuditTrailTest extends AuditTrailContract {

    private static final PostgresFixture GROUND = PostgresFixture.create();

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

package dev.kycport.adapter.jdbc;

import dev.kycport.adapter.jdbc.fixture.DatabaseFixture;
import dev.kycport.adapter.jdbc.fixture.PostgresFixture;
import org.junit.jupiter.api.AfterAll;

class PostgresDamagedRowsTest extends DamagedRowsContract {

    private static final PostgresFixture GROUND = PostgresFixture.create();

    @AfterAll
    static void release() {
        GROUND.opened().close();
    }

    @Override
    public DatabaseFixture ground() {
        return GROUND;
    }
}

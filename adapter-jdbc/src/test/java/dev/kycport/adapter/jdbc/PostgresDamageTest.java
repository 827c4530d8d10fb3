package dev.kycport.adapter.jdbc;

import org.junit.jupiter.api.AfterAll;

class PostgresDamageTest extends DamageFacts {

    private static final PostgresGround GROUND = PostgresGround.rent();

    @AfterAll
    static void release() {
        GROUND.opened().close();
    }

    @Override
    Ground ground() {
        return GROUND;
    }
}

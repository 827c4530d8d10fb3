package dev.kycport.adapter.jdbc;

import org.junit.jupiter.api.AfterAll;

class PostgresSealingTest extends SealingFacts {

    private static final Rented RENTED = TestPostgres.database();
    private static final Database DATABASE = Postgres.open(RENTED.url(), new StoreSettings(RENTED.settings()));

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    Database database() {
        RENTED.clear("kyc_session");
        return DATABASE;
    }
}

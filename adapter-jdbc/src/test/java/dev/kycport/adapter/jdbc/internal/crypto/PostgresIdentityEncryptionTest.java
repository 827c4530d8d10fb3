package dev.kycport.adapter.jdbc.internal.crypto;

import dev.kycport.adapter.jdbc.fixture.PostgresTestServer;
import dev.kycport.adapter.jdbc.fixture.TemporaryPostgresDatabase;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.DatabaseSettings;
import dev.kycport.adapter.jdbc.internal.database.postgres.PostgresDatabase;
import org.junit.jupiter.api.AfterAll;

class PostgresIdentityEncryptionTest extends IdentityEncryptionContract {

    private static final TemporaryPostgresDatabase RENTED = PostgresTestServer.database();
    private static final Database DATABASE =
            PostgresDatabase.open(RENTED.url(), new DatabaseSettings(RENTED.settings()));

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

package dev.kycport.adapter.jdbc;

import dev.kycport.adapter.jdbc.fixture.PostgresTestServer;
import dev.kycport.adapter.jdbc.fixture.TemporaryPostgresDatabase;
import dev.kycport.adapter.jdbc.internal.crypto.StoreSettings;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.postgres.PostgresDatabase;
import java.util.List;

class PostgresIndexUsageTest extends IndexUsageContract {

    @Override
    Database filled(List<String> statements) {
        TemporaryPostgresDatabase temporaryPostgresDatabase = PostgresTestServer.database();
        Database database = PostgresDatabase.open(
                temporaryPostgresDatabase.url(), new StoreSettings(temporaryPostgresDatabase.settings()));
        statements.forEach(temporaryPostgresDatabase::asOwner);
        return database;
    }
}

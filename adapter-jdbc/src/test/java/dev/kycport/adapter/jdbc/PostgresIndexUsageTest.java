package dev.kycport.adapter.jdbc;

import dev.kycport.adapter.jdbc.fixture.PostgresTestServer;
import dev.kycport.adapter.jdbc.fixture.TemporaryPostgresDatabase;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.DatabaseSettings;
import dev.kycport.adapter.jdbc.internal.database.postgres.PostgresDatabase;
import java.util.List;

class PostgresIndexUsageTest extends IndexUsageContract {

    @Override
    Database filled(List<String> statements) {
        TemporaryPostgresDatabase postgres = PostgresTestServer.database();
        Database database = PostgresDatabase.open(postgres.url(), new DatabaseSettings(postgres.settings()));
        statements.forEach(postgres::asOwner);
        return database;
    }
}

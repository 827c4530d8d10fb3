package dev.kycport.adapter.jdbc;

import java.util.List;

class PostgresIndexTest extends IndexFacts {

    @Override
    Database filled(List<String> statements) {
        Rented rented = TestPostgres.database();
        Database database = Postgres.open(rented.url(), new StoreSettings(rented.settings()));
        statements.forEach(rented::asOwner);
        return database;
    }
}

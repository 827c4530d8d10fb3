package dev.kycport.adapter.jdbc;

import dev.kycport.ports.Credential;
import dev.kycport.ports.Stores;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database in a file of its own. */
record SqliteGround(Path file) implements Ground {

    static SqliteGround in(Path folder) {
        return new SqliteGround(folder.resolve("kyc.db"));
    }

    String url() {
        return "jdbc:sqlite:" + file;
    }

    @Override
    public TestSettings settings() {
        return new TestSettings().with("keys", new Credential(Rented.KEYS));
    }

    @Override
    public Stores open() {
        return open(settings());
    }

    @Override
    public Stores open(TestSettings settings) {
        return new JdbcStores().open(url(), settings);
    }

    Database database(TestSettings settings) {
        return Sqlite.open(url(), new StoreSettings(settings));
    }

    @Override
    public void tamper(String sql) {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new AssertionError(sql, failed);
        }
    }

    @Override
    public void close() {
        // The folder goes with the test.
    }
}

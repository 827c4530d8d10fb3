package dev.kycport.adapter.jdbc;

import dev.kycport.ports.Credential;
import dev.kycport.ports.Stores;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database on the test server.
 *
 * @param name its name, by which its two users are named, too
 */
record Rented(String url, String name) {

    static final String APP_PASSWORD = "app-secret";
    static final String OWNER_PASSWORD = "owner-secret";

    /** Of every database here: a test may open one twice. */
    static final String KEYS = Keys.generate().reveal();

    /** As an operator would configure it: one user for the tables, another for the application. */
    TestSettings settings() {
        return new TestSettings()
                .user(app(), APP_PASSWORD)
                .owner(owner(), OWNER_PASSWORD)
                .with("keys", new Credential(KEYS));
    }

    Stores open() {
        return new JdbcStores().open(url, settings());
    }

    int port() {
        return URI.create(url.substring("jdbc:".length())).getPort();
    }

    /** The same database by way of that cable. */
    String through(Cable cable) {
        return "jdbc:postgresql://localhost:" + cable.port() + "/" + name;
    }

    String app() {
        return name + "_app";
    }

    String owner() {
        return name + "_owner";
    }

    /** Takes everything out of these tables. */
    void clear(String tables) {
        asOwner("TRUNCATE " + tables);
    }

    void asOwner(String sql) {
        asOwner(sql, () -> {});
    }

    /** Does the work before what the statement did is committed. */
    void asOwner(String sql, Runnable before) {
        try (Connection connection = DriverManager.getConnection(url, owner(), OWNER_PASSWORD);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            before.run();
            connection.commit();
        } catch (SQLException failed) {
            throw new AssertionError(sql, failed);
        }
    }
}

package dev.kycport.adapter.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;

/**
 * A real PostgreSQL for tests, with the durability of a production server: the one that {@code KYC_TEST_POSTGRES_URL} (of a
 * database), {@code _USER} and {@code _PASSWORD} (of a superuser) name, otherwise one that is started for this process.
 */
final class TestPostgres {

    private static final String HELP =
            "these tests need a real PostgreSQL 15 or later and skip nothing without one. Either set"
                    + " KYC_TEST_POSTGRES_URL (such as jdbc:postgresql://localhost:5432/postgres), KYC_TEST_POSTGRES_USER and"
                    + " KYC_TEST_POSTGRES_PASSWORD to a superuser of a server, or let the tests start their own: that needs a"
                    + " folder for temporary files and, as root, the command unshare (package util-linux)";

    private static final TestPostgres SERVER = start();

    private final String url;
    private final String user;
    private final String password;

    private TestPostgres(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** A database that nobody else uses, its owner, and a user that owns nothing. */
    static Rented database() {
        return database("UTF8");
    }

    static Rented database(String encoding) {
        String name = "kyc_" + UUID.randomUUID().toString().replace("-", "");
        SERVER.execute("CREATE ROLE " + name + "_owner LOGIN PASSWORD 'owner-secret'");
        SERVER.execute("CREATE ROLE " + name + "_app LOGIN PASSWORD 'app-secret'");
        SERVER.execute("CREATE DATABASE " + name + " OWNER " + name + "_owner ENCODING '" + encoding
                + "' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        return new Rented(SERVER.url.replaceFirst("/[^/?]*(\\?.*)?$", "/" + name), name);
    }

    /** What only a superuser may. */
    static void asSuperuser(String sql) {
        SERVER.execute(sql);
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new AssertionError(HELP, failed);
        }
    }

    private static TestPostgres start() {
        Optional<String> given = Optional.ofNullable(System.getenv("KYC_TEST_POSTGRES_URL"));
        return given.map(url -> new TestPostgres(
                        url, System.getenv("KYC_TEST_POSTGRES_USER"), System.getenv("KYC_TEST_POSTGRES_PASSWORD")))
                .orElseGet(TestPostgres::embedded);
    }

    private static TestPostgres embedded() {
        try {
            EmbeddedPostgres server = durable().start();
            TestPostgres started = new TestPostgres(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
            started.askForPasswords();
            return started;
        } catch (IOException | IllegalStateException failed) {
            throw new AssertionError(HELP, failed);
        }
    }

    // The library's servers let in whoever comes.
    private void askForPasswords() throws IOException {
        Path rules = Path.of(query("SHOW hba_file"));
        Files.writeString(rules, "host all " + user + " samehost trust\nhost all all samehost scram-sha-256\n");
        execute("SELECT pg_reload_conf()");
    }

    private String query(String sql) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException failed) {
            throw new AssertionError(HELP, failed);
        }
    }

    /** An own server; the library's usual settings would not flush anything. */
    static EmbeddedPostgres.Builder durable() {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on");
    }
}

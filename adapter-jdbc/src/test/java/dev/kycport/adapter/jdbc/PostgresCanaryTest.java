package dev.kycport.adapter.jdbc;

import dev.kycport.ports.Credential;
import dev.kycport.ports.Stores;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** On a server of its own, whose folder can be read, and which logs every statement with its values. */
class PostgresCanaryTest extends CanaryFacts {

    @TempDir
    private Path folder;

    private EmbeddedPostgres server;

    @BeforeEach
    void startServer() throws IOException {
        server = TestPostgres.durable()
                .setDataDirectory(folder.resolve("data"))
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_directory", "log")
                // Nor what it compresses on its way into the log of changes.
                .setServerConfig("wal_compression", "off")
                .setServerConfig("log_statement", "all")
                // No numbers of its own that could look like a code.
                .setServerConfig("log_line_prefix", "")
                .start();
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    // What PostgreSQL compresses no search of bytes could find.
    @Override
    Stores open() {
        Stores stores = new JdbcStores().open(url(), settings());
        execute("DO $$ DECLARE one record; BEGIN FOR one IN SELECT table_name, column_name FROM"
                + " information_schema.columns WHERE table_name LIKE 'kyc!_%' ESCAPE '!' AND data_type IN ('text', 'bytea')"
                + " LOOP EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET STORAGE EXTERNAL', one.table_name,"
                + " one.column_name); END LOOP; END $$");
        return stores;
    }

    @Override
    Database direct() {
        return Postgres.open(url(), new StoreSettings(settings()));
    }

    @Override
    Path folder() {
        return folder.resolve("data");
    }

    @Override
    void flush() {
        execute("CHECKPOINT");
    }

    private void execute(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new AssertionError(sql, failed);
        }
    }

    private String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    private static TestSettings settings() {
        return new TestSettings().with("keys", new Credential(Rented.KEYS));
    }
}

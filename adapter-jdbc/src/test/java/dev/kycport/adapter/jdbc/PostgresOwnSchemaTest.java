package dev.kycport.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kycport.adapter.jdbc.fixture.CapturedLogs;
import dev.kycport.adapter.jdbc.fixture.PostgresTestServer;
import dev.kycport.adapter.jdbc.fixture.TemporaryPostgresDatabase;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that KycPort shares with its host, which migrates its own tables with Flyway. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PostgresOwnSchemaTest {

    private static final String CANARY = "canary-of-the-url";

    private final TemporaryPostgresDatabase postgres = PostgresTestServer.database();

    @TempDir
    private Path migrations;

    @BeforeEach
    void useTheDefaultSearchPath() throws IOException {
        PostgresTestServer.asSuperuser("ALTER DATABASE " + postgres.name() + " RESET search_path");
        PostgresTestServer.asSuperuserOf(postgres, "GRANT CREATE ON SCHEMA public TO " + postgres.owner());
        Files.writeString(migrations.resolve("V1__host.sql"), "CREATE TABLE customer (id TEXT PRIMARY KEY);");
    }

    @Test
    void all_tables_and_their_history_are_in_the_schema_kyc() {
        try (Stores stores = postgres.open()) {
            assertThat(stores.admin()).isPresent();
        }

        assertThat(schemasOf("kyc\\_%")).containsExactly("kyc");
    }

    @Test
    void another_schema_can_be_named() {
        try (Stores stores =
                new JdbcStoreFactory().open(postgres.url(), postgres.settings().with("schema", "identity_2"))) {
            assertThat(stores.admin()).isPresent();
        }

        assertThat(schemasOf("kyc\\_%")).containsExactly("identity_2");
    }

    @Test
    void a_schema_that_is_no_plain_name_is_rejected_without_being_quoted() {
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> new JdbcStoreFactory()
                        .open(postgres.url(), postgres.settings().with("schema", "kyc\"; DROP")))
                .withMessageContaining("kyc.store.schema must be")
                .withMessageNotContaining("DROP");
    }

    @Test
    void the_host_migrates_its_tables_after_kycport() {
        postgres.open().close();

        assertThat(hostMigrates().migrate().migrationsExecuted).isEqualTo(1);

        postgres.open().close();
        assertThat(schemasOf("customer")).containsExactly("public");
    }

    @Test
    void the_host_migrates_its_tables_before_kycport() {
        hostMigrates().migrate();

        postgres.open().close();

        assertThat(hostMigrates().migrate().migrationsExecuted).isZero();
    }

    @Test
    void no_library_logs_a_parameter_of_the_url() {
        List<String> lines;
        try (CapturedLogs logs = CapturedLogs.capture()) {
            new JdbcStoreFactory()
                    .open(postgres.url() + "?sslpassword=" + CANARY, postgres.settings())
                    .close();
            lines = logs.lines();
        }

        assertThat(lines).anyMatch(line -> line.contains("org.flywaydb"));
        assertThat(lines).noneMatch(line -> line.contains(CANARY) || line.contains("sslpassword"));
    }

    private Flyway hostMigrates() {
        return Flyway.configure()
                .dataSource(postgres.url(), postgres.owner(), TemporaryPostgresDatabase.OWNER_PASSWORD)
                .locations("filesystem:" + migrations)
                .load();
    }

    private Set<String> schemasOf(String tables) {
        Set<String> schemas = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(
                        postgres.url(), postgres.owner(), TemporaryPostgresDatabase.OWNER_PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT schemaname FROM pg_tables WHERE tablename LIKE '" + tables + "'")) {
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
        return schemas;
    }
}

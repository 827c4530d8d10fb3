package dev.kycport.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.kycport.adapter.jdbc.fixture.PostgresTestServer;
import dev.kycport.adapter.jdbc.fixture.TemporaryPostgresDatabase;
import dev.kycport.adapter.jdbc.fixture.TestSettings;
import dev.kycport.adapter.jdbc.internal.database.Schema;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.spi.StoreFactory;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.sample.SampleValues;
import java.io.File;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Stores on the pool of a host whose own tables are in the same database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JdbcStoresTest {

    private final TemporaryPostgresDatabase postgres = PostgresTestServer.database();
    private HikariDataSource pool;

    @BeforeEach
    void openPool() {
        PostgresTestServer.asSuperuser("ALTER DATABASE " + postgres.name() + " RESET search_path");
        pool = pool(true);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    @Test
    void what_is_stored_through_the_pool_is_found() {
        try (Stores stores = open(settings())) {
            SessionSnapshot session = SampleValues.anySnapshot();
            stores.sessions()
                    .create(
                            session,
                            List.of(SampleValues.anyEntry(session.header().id())))
                    .get();
            stores.consents()
                    .events(SampleValues.giveConsent(
                            stores.consents(), SampleValues.anyTerms(SampleValues.anyProvider())));

            assertThat(stores.sessions().find(session.header().id())).contains(session);
            assertThat(stores.audit().entries(session.header().id())).hasSize(1);
            assertThat(stores.sessions().reconcileDue(Instant.EPOCH, due -> Optional.empty()))
                    .isZero();
            assertThat(stores.admin().orElseThrow().retention().findHolds()).isEmpty();
        }
    }

    // A connection without a pool, which would put some of it back itself.
    @Test
    void a_connection_goes_back_as_it_came() throws SQLException {
        open(settings()).close();
        try (Connection connection = DriverManager.getConnection(
                postgres.url(), postgres.owner(), TemporaryPostgresDatabase.OWNER_PASSWORD)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            List<String> before = state(connection);

            try (Stores stores = JdbcStores.on(boundTo(connection))
                    .open(JdbcStores.URL, settings().with("migrate", "never"))) {
                SessionSnapshot session = SampleValues.anySnapshot();
                stores.sessions()
                        .create(
                                session,
                                SampleValues.everyEntry(session.header().id()))
                        .get();
                stores.sessions().find(session.header().id());
            }

            assertThat(state(connection)).isEqualTo(before).hasSizeGreaterThan(300);
        }
    }

    @Test
    void the_connections_that_migrated_go_back_as_they_came() throws SQLException {
        Set<List<String>> before = states();

        open(settings()).close();

        assertThat(states()).isEqualTo(before);
    }

    @Test
    void the_pool_stays_open_when_the_stores_are_closed() throws SQLException {
        open(settings()).close();

        try (Connection connection = pool.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void a_transaction_of_the_host_is_refused_and_goes_on() throws SQLException {
        try (Stores stores = open(settings());
                Connection host = pool.getConnection();
                Statement statement = host.createStatement()) {
            statement.execute("CREATE TABLE kyc.host_notes (note TEXT)");
            host.setAutoCommit(false);
            statement.execute("INSERT INTO kyc.host_notes VALUES ('ours')");

            // As Spring's TransactionAwareDataSourceProxy does: everybody gets the connection of the transaction.
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> JdbcStores.on(boundTo(host)).open(JdbcStores.URL, settings()))
                    .withMessageContaining("within a transaction of the host");
            SessionSnapshot session = SampleValues.anySnapshot();
            stores.sessions().create(session, List.of()).get();
            host.rollback();
            host.setAutoCommit(true);

            assertThat(stores.sessions().find(session.header().id())).isPresent();
            assertThat(count("kyc.host_notes")).isZero();
        }
    }

    @Test
    void a_pool_without_auto_commit_is_refused() {
        try (HikariDataSource manual = pool(false)) {
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> JdbcStores.on(manual).open(JdbcStores.URL, settings()))
                    .withMessageContaining("auto-commit off");
        }
    }

    @Test
    void without_migration_the_tables_must_be_there() {
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> open(settings().with("migrate", "never")))
                .withMessageContaining("kyc.store.migrate = never")
                .withMessageContaining("kyc_audit.at");
    }

    @Test
    void the_script_makes_all_that_is_needed() {
        execute(JdbcStores.script("kyc"));

        try (Stores stores = open(settings().with("migrate", "never"))) {
            SessionSnapshot session = SampleValues.anySnapshot();
            stores.sessions().create(session, List.of()).get();

            assertThat(stores.sessions().find(session.header().id())).contains(session);
        }
    }

    @Test
    void the_script_makes_the_same_columns_as_the_migration() {
        execute(JdbcStores.script("by_script"));
        open(settings()).close();

        Set<String> migrated = columns("kyc");
        migrated.removeIf(column -> column.startsWith(Schema.HISTORY_TABLE));

        assertThat(columns("by_script")).isEqualTo(migrated).isEqualTo(Schema.COLUMNS);
    }

    @Test
    void the_script_has_every_migration() throws URISyntaxException {
        File folder = new File(Schema.class
                        .getClassLoader()
                        .getResource("dev/kycport/adapter/jdbc/schema/V1__sessions_consents_audit.sql")
                        .toURI())
                .getParentFile();

        assertThat(folder.list())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(JdbcStores.script("kyc")).contains("-- " + file));
    }

    private Stores open(TestSettings settings) {
        StoreFactory factory = JdbcStores.on(pool);
        assertThat(factory.supports(JdbcStores.URL)).isTrue();
        return factory.open(JdbcStores.URL, settings);
    }

    private static TestSettings settings() {
        return new TestSettings().with("keys", new Credential(TemporaryPostgresDatabase.KEYS));
    }

    private HikariDataSource pool(boolean autoCommit) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres.url());
        config.setUsername(postgres.owner());
        config.setPassword(TemporaryPostgresDatabase.OWNER_PASSWORD);
        config.setMaximumPoolSize(3);
        config.setAutoCommit(autoCommit);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return new HikariDataSource(config);
    }

    private static DataSource boundTo(Connection transaction) {
        Connection kept = (Connection) Proxy.newProxyInstance(
                JdbcStoresTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(transaction, arguments));
        return (DataSource) Proxy.newProxyInstance(
                JdbcStoresTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> method.getName().equals("isWrapperFor") ? (Object) false : kept);
    }

    private Set<List<String>> states() throws SQLException {
        Set<List<String>> states = new HashSet<>();
        try (Connection first = pool.getConnection();
                Connection second = pool.getConnection();
                Connection third = pool.getConnection()) {
            for (Connection connection : List.of(first, second, third)) {
                states.add(state(connection));
            }
        }
        return states;
    }

    private static List<String> state(Connection connection) throws SQLException {
        List<String> state = new ArrayList<>();
        state.add(connection.getAutoCommit() + " " + connection.getTransactionIsolation());
        try (Statement statement = connection.createStatement();
                ResultSet settings = statement.executeQuery(
                        "SELECT name, setting FROM pg_settings WHERE name <> 'transaction_isolation' ORDER BY name")) {
            while (settings.next()) {
                state.add(settings.getString(1) + " " + settings.getString(2));
            }
        }
        return state;
    }

    private long count(String table) {
        return Jdbi.create(pool)
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                        .mapTo(Long.class)
                        .one());
    }

    private Set<String> columns(String schema) {
        return Jdbi.create(pool)
                .withHandle(handle -> new TreeSet<>(
                        handle.createQuery("SELECT table_name || '.' || column_name FROM information_schema.columns"
                                        + " WHERE table_schema = :schema")
                                .bind("schema", schema)
                                .mapTo(String.class)
                                .list()));
    }

    private void execute(String script) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        } catch (SQLException failed) {
            throw new AssertionError(script, failed);
        }
    }
}

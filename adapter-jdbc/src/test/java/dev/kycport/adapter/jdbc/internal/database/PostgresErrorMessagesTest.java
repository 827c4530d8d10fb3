package dev.kycport.adapter.jdbc.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.adapter.jdbc.JdbcStoreFactory;
import dev.kycport.adapter.jdbc.fixture.CapturedLogs;
import dev.kycport.adapter.jdbc.fixture.PostgresFixture;
import dev.kycport.adapter.jdbc.fixture.PostgresTestServer;
import dev.kycport.adapter.jdbc.fixture.TcpProxy;
import dev.kycport.adapter.jdbc.fixture.TemporaryPostgresDatabase;
import dev.kycport.adapter.jdbc.fixture.TestSettings;
import dev.kycport.adapter.jdbc.fixture.TlsServerStub;
import dev.kycport.adapter.jdbc.fixture.TwoThreads;
import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.sample.SampleValues;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostgresErrorMessagesTest {

    private static final PostgresFixture GROUND = PostgresFixture.create();
    private static final TemporaryPostgresDatabase RENTED = GROUND.rented();

    @TempDir
    private Path folder;

    @AfterAll
    static void release() {
        GROUND.opened().close();
    }

    @Test
    void a_wrong_password_is_reported() {
        assertMessage(() -> GROUND.open(RENTED.settings().user(RENTED.app(), "wrong-secret")), "refuses the user");
        assertMessage(() -> GROUND.open(RENTED.settings().owner(RENTED.owner(), "wrong-secret")), "refuses the user");
    }

    @Test
    void an_unknown_user_is_reported() {
        assertMessage(() -> GROUND.open(RENTED.settings().user("nobody", "app-secret")), "refuses the user");
    }

    @Test
    void a_missing_password_is_reported() {
        TestSettings settings = new TestSettings()
                .with("keys", new Credential(TemporaryPostgresDatabase.KEYS))
                .with("user", RENTED.app());

        assertMessage(() -> GROUND.open(settings), "refuses the user");
    }

    @Test
    void a_port_where_nobody_listens_is_reported() {
        TcpProxy tcpProxy = TcpProxy.forwardingTo(RENTED.port());
        tcpProxy.close();

        assertMessage(
                () -> new JdbcStoreFactory().open(RENTED.urlThrough(tcpProxy), RENTED.settings()), "cannot be reached");
    }

    @Test
    void a_server_that_does_not_encrypt_is_reported_apart_from_a_wrong_password() {
        String encrypted = RENTED.url() + "?sslmode=verify-full";

        assertMessage(() -> new JdbcStoreFactory().open(encrypted, RENTED.settings()), "cannot be encrypted");
    }

    @Test
    void a_certificate_for_another_host_is_reported_apart_from_a_server_that_is_away() throws Exception {
        try (TlsServerStub server = TlsServerStub.withCertificateFor("db.example.org", folder)) {
            String url = "jdbc:postgresql://localhost:" + server.port() + "/kyc?sslmode=verify-full&sslrootcert="
                    + server.certificate();

            assertMessage(() -> new JdbcStoreFactory().open(url, RENTED.settings()), "not for the host name");
        }
    }

    @Test
    void a_user_who_may_not_connect_is_reported() {
        TemporaryPostgresDatabase closed = PostgresTestServer.database();
        PostgresTestServer.asSuperuser("REVOKE CONNECT ON DATABASE " + closed.name() + " FROM PUBLIC");

        assertMessage(closed::open, "GRANT CONNECT");
    }

    @Test
    void a_database_that_takes_no_connections_is_reported() {
        TemporaryPostgresDatabase closed = PostgresTestServer.database();
        PostgresTestServer.asSuperuser("ALTER DATABASE " + closed.name() + " ALLOW_CONNECTIONS false");

        assertMessage(closed::open, "ALLOW_CONNECTIONS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:not-a-port/kyc?user=kyc&password=canary-secret",
                "jdbc:postgresql://localhost?password=canary-secret",
                "jdbc:postgresql://localhost/kyc?password=canary-secret%",
            })
    void a_URL_that_the_driver_does_not_understand_is_reported_and_quoted_nowhere(String url) {
        try (CapturedLogs capturedLogs = CapturedLogs.capture()) {
            assertMessage(
                    () -> new JdbcStoreFactory()
                            .open(url, new TestSettings().with("keys", new Credential(TemporaryPostgresDatabase.KEYS))),
                    "cannot parse kyc.store.url");

            assertThat(capturedLogs.lines()).noneMatch(line -> line.contains("secret"));
        }
    }

    @Test
    void a_missing_database_is_reported() {
        assertMessage(
                () -> new JdbcStoreFactory().open(RENTED.url() + "_not", RENTED.settings()), "no database of the name");
    }

    @Test
    void a_database_that_takes_no_writes_is_reported_and_can_still_be_read() {
        RENTED.asOwner("ALTER DATABASE " + RENTED.name() + " SET default_transaction_read_only = on");
        try (Stores stores = GROUND.open(RENTED.settings())) {
            assertMessage(() -> stores.sessions().create(SampleValues.anySnapshot(), List.of()), "takes no writes");
            assertThat(stores.sessions().find(SampleValues.anySessionId())).isEmpty();
        } finally {
            PostgresTestServer.asSuperuser("ALTER DATABASE " + RENTED.name() + " RESET default_transaction_read_only");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "53100, disk of the database is full",
        "53200, not enough memory",
        "53300, no connection left",
        "42P05, pooler",
        "26000, pooler",
        "40P01, too busy",
        "57P02, cannot be reached",
        "58030, disk of the database fails",
        "XX001, damaged",
        "P0001, log (SQLState P0001)",
    })
    void what_the_server_reports_is_reported_and_nothing_is_stored(String state, String sentence) {
        RENTED.asOwner("CREATE OR REPLACE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " RAISE EXCEPTION 'row of %', NEW.session USING ERRCODE = '" + state + "'; END $$");
        RENTED.asOwner("CREATE TRIGGER fail BEFORE INSERT ON kyc_audit FOR EACH ROW EXECUTE FUNCTION fail()");
        var session = SampleValues.anySnapshot();
        try {
            assertMessage(
                    () -> GROUND.opened()
                            .sessions()
                            .create(
                                    session,
                                    List.of(SampleValues.anyEntry(
                                            session.header().id()))),
                    sentence);
        } finally {
            RENTED.asOwner("DROP TRIGGER fail ON kyc_audit");
        }
        assertThat(GROUND.opened().sessions().find(session.header().id())).isEmpty();
    }

    @Test
    void a_schema_of_a_newer_program_is_reported() {
        TemporaryPostgresDatabase newer = PostgresTestServer.database();
        newer.open().close();
        newer.asOwner("INSERT INTO kyc_schema_history SELECT 99, '99', 'later', type, script, checksum, installed_by,"
                + " installed_on, execution_time, success FROM kyc_schema_history WHERE installed_rank = 1");

        assertMessage(newer::open, "schema version 99, which a newer KycPort");
    }

    @Test
    void tables_that_the_user_may_not_make_are_reported() {
        TemporaryPostgresDatabase empty = PostgresTestServer.database();
        TestSettings withoutOwner = new TestSettings()
                .user(empty.app(), TemporaryPostgresDatabase.APP_PASSWORD)
                .with("keys", new Credential(TemporaryPostgresDatabase.KEYS));

        assertMessage(() -> new JdbcStoreFactory().open(empty.url(), withoutOwner), "owner-user");
        empty.open().close();

        new JdbcStoreFactory().open(empty.url(), withoutOwner).close();
    }

    @Test
    void a_user_who_owns_the_database_needs_nobody_else_and_is_warned_of() {
        TemporaryPostgresDatabase own = PostgresTestServer.database();
        TestSettings onlyOwner = new TestSettings()
                .user(own.owner(), TemporaryPostgresDatabase.OWNER_PASSWORD)
                .with("keys", new Credential(TemporaryPostgresDatabase.KEYS));

        try (CapturedLogs capturedLogs = CapturedLogs.capture();
                Stores stores = new JdbcStoreFactory().open(own.url(), onlyOwner)) {
            assertThat(stores.sessions()
                            .create(SampleValues.anySnapshot(), List.of())
                            .isRight())
                    .isTrue();
            assertThat(capturedLogs.lines())
                    .anyMatch(line -> line.contains("kyc.store.user can change and delete consents"));
        }
    }

    @Test
    void rights_that_were_given_besides_are_taken_back_at_the_next_start() {
        RENTED.asOwner("GRANT ALL ON kyc_consent_event TO " + RENTED.app());

        GROUND.open(RENTED.settings()).close();

        assertMessage(() -> GROUND.asApplication("DELETE FROM kyc_consent_event"), "may not do what it has to");
    }

    @Test
    void rights_to_the_ledger_that_come_another_way_are_reported() {
        TemporaryPostgresDatabase postgres = PostgresTestServer.database();
        postgres.open().close();

        postgres.asOwner("GRANT DELETE ON kyc_consent_event TO PUBLIC");
        assertMessage(postgres::open, "can change or delete consents");
        postgres.asOwner("REVOKE DELETE ON kyc_consent_event FROM PUBLIC");
        PostgresTestServer.asSuperuser("GRANT " + postgres.owner() + " TO " + postgres.app());
        assertMessage(postgres::open, "can change or delete consents");
        PostgresTestServer.asSuperuser("REVOKE " + postgres.owner() + " FROM " + postgres.app());

        postgres.open().close();
    }

    @Test
    void a_database_in_another_encoding_is_reported() {
        TemporaryPostgresDatabase latin = PostgresTestServer.database("LATIN1");

        assertMessage(latin::open, "ENCODING 'UTF8'");
    }

    @Test
    void of_nodes_that_start_together_each_finds_the_tables() {
        TemporaryPostgresDatabase fresh = PostgresTestServer.database();

        List<Boolean> stored = TwoThreads.runTwice(() -> {
            try (Stores stores = fresh.open()) {
                return stores.sessions()
                        .create(SampleValues.anySnapshot(), List.of())
                        .isRight();
            }
        });

        assertThat(stored).containsOnly(true);
    }

    @Test
    void no_log_shows_a_password() {
        try (CapturedLogs capturedLogs = CapturedLogs.capture()) {
            GROUND.open(RENTED.settings()).close();
            String url = RENTED.url() + "?user=" + RENTED.app() + "&password=wrong-secret";
            assertMessage(
                    () -> new JdbcStoreFactory()
                            .open(url, new TestSettings().with("keys", new Credential(TemporaryPostgresDatabase.KEYS))),
                    "refuses the user");

            assertThat(capturedLogs.lines()).isNotEmpty().noneMatch(line -> line.contains("-secret"));
        }
    }

    private static void assertMessage(ThrowingCallable work, String what) {
        assertThatThrownBy(work)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining(what)
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("row of")
                .hasMessageNotContaining("jdbc:postgresql:/")
                .hasNoCause();
    }
}

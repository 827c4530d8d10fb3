package dev.kycport.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.ports.Credential;
import dev.kycport.ports.StoreUnavailableException;
import dev.kycport.ports.Stores;
import dev.kycport.tck.Sample;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostgresTroubleTest {

    private static final PostgresGround GROUND = PostgresGround.rent();
    private static final Rented RENTED = GROUND.rented();

    @AfterAll
    static void release() {
        GROUND.opened().close();
    }

    @Test
    void a_wrong_password_is_told() {
        tells(() -> GROUND.open(RENTED.settings().user(RENTED.app(), "wrong-secret")), "refuses the user");
        tells(() -> GROUND.open(RENTED.settings().owner(RENTED.owner(), "wrong-secret")), "refuses the user");
    }

    @Test
    void an_unknown_user_is_told() {
        tells(() -> GROUND.open(RENTED.settings().user("nobody", "app-secret")), "refuses the user");
    }

    @Test
    void a_missing_password_is_told() {
        TestSettings settings =
                new TestSettings().with("keys", new Credential(Rented.KEYS)).with("user", RENTED.app());

        tells(() -> GROUND.open(settings), "refuses the user");
    }

    @Test
    void a_port_where_nobody_listens_is_told() {
        Cable cable = Cable.to(RENTED.port());
        cable.close();

        tells(() -> new JdbcStores().open(RENTED.through(cable), RENTED.settings()), "cannot be reached");
    }

    @Test
    void a_server_that_does_not_encrypt_is_told_apart_from_a_wrong_password() {
        String encrypted = RENTED.url() + "?sslmode=verify-full";

        tells(() -> new JdbcStores().open(encrypted, RENTED.settings()), "cannot be encrypted");
    }

    @Test
    void a_user_who_may_not_connect_is_told() {
        Rented closed = TestPostgres.database();
        TestPostgres.asSuperuser("REVOKE CONNECT ON DATABASE " + closed.name() + " FROM PUBLIC");

        tells(closed::open, "GRANT CONNECT");
    }

    @Test
    void a_database_that_takes_no_connections_is_told() {
        Rented closed = TestPostgres.database();
        TestPostgres.asSuperuser("ALTER DATABASE " + closed.name() + " ALLOW_CONNECTIONS false");

        tells(closed::open, "ALLOW_CONNECTIONS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:not-a-port/kyc?user=kyc&password=canary-secret",
                "jdbc:postgresql://localhost?password=canary-secret",
                "jdbc:postgresql://localhost/kyc?password=canary-secret%",
            })
    void a_URL_that_the_driver_does_not_understand_is_told_and_quoted_nowhere(String url) {
        try (Logs logs = Logs.capture()) {
            tells(
                    () -> new JdbcStores().open(url, new TestSettings().with("keys", new Credential(Rented.KEYS))),
                    "kyc.store.url is none");

            assertThat(logs.lines()).noneMatch(line -> line.contains("secret"));
        }
    }

    @Test
    void a_missing_database_is_told() {
        tells(() -> new JdbcStores().open(RENTED.url() + "_not", RENTED.settings()), "no database of the name");
    }

    @Test
    void a_database_that_takes_no_writes_is_told_and_can_still_be_read() {
        RENTED.asOwner("ALTER DATABASE " + RENTED.name() + " SET default_transaction_read_only = on");
        try (Stores stores = GROUND.open(RENTED.settings())) {
            tells(() -> stores.sessions().create(Sample.anySnapshot(), List.of()), "takes no writes");
            assertThat(stores.sessions().find(Sample.anySessionId())).isEmpty();
        } finally {
            TestPostgres.asSuperuser("ALTER DATABASE " + RENTED.name() + " RESET default_transaction_read_only");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "53100, disk of the database is full",
        "53200, not enough memory",
        "53300, no connection left",
        "40P01, too busy",
        "57P02, cannot be reached",
        "58030, disk of the database fails",
        "XX001, damaged",
        "P0001, log (SQLState P0001)",
    })
    void what_the_server_reports_is_told_and_nothing_is_stored(String state, String sentence) {
        RENTED.asOwner("CREATE OR REPLACE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " RAISE EXCEPTION 'row of %', NEW.session USING ERRCODE = '" + state + "'; END $$");
        RENTED.asOwner("CREATE TRIGGER fail BEFORE INSERT ON kyc_audit FOR EACH ROW EXECUTE FUNCTION fail()");
        var session = Sample.anySnapshot();
        try {
            tells(
                    () -> GROUND.opened()
                            .sessions()
                            .create(
                                    session,
                                    List.of(Sample.anyEntry(session.dossier().id()))),
                    sentence);
        } finally {
            RENTED.asOwner("DROP TRIGGER fail ON kyc_audit");
        }
        assertThat(GROUND.opened().sessions().find(session.dossier().id())).isEmpty();
    }

    @Test
    void a_schema_of_a_newer_program_is_told() {
        Rented newer = TestPostgres.database();
        newer.open().close();
        newer.asOwner("INSERT INTO kyc_schema_history SELECT 99, '99', 'later', type, script, checksum, installed_by,"
                + " installed_on, execution_time, success FROM kyc_schema_history WHERE installed_rank = 1");

        tells(newer::open, "schema version 99, which a newer KycPort");
    }

    @Test
    void tables_that_the_user_may_not_make_are_told() {
        Rented empty = TestPostgres.database();
        TestSettings withoutOwner =
                new TestSettings().user(empty.app(), Rented.APP_PASSWORD).with("keys", new Credential(Rented.KEYS));

        tells(() -> new JdbcStores().open(empty.url(), withoutOwner), "owner-user");
        empty.open().close();

        new JdbcStores().open(empty.url(), withoutOwner).close();
    }

    @Test
    void a_user_who_owns_the_database_needs_nobody_else_and_is_warned_of() {
        Rented own = TestPostgres.database();
        TestSettings onlyOwner =
                new TestSettings().user(own.owner(), Rented.OWNER_PASSWORD).with("keys", new Credential(Rented.KEYS));

        try (Logs logs = Logs.capture();
                Stores stores = new JdbcStores().open(own.url(), onlyOwner)) {
            assertThat(stores.sessions().create(Sample.anySnapshot(), List.of()).isRight())
                    .isTrue();
            assertThat(logs.lines()).anyMatch(line -> line.contains("kyc.store.user can change and delete consents"));
        }
    }

    @Test
    void rights_that_were_given_besides_are_taken_back_at_the_next_start() {
        RENTED.asOwner("GRANT ALL ON kyc_consent_event TO " + RENTED.app());

        GROUND.open(RENTED.settings()).close();

        tells(() -> GROUND.asApplication("DELETE FROM kyc_consent_event"), "may not do what it has to");
    }

    @Test
    void rights_to_the_ledger_that_come_another_way_are_told() {
        Rented rented = TestPostgres.database();
        rented.open().close();

        rented.asOwner("GRANT DELETE ON kyc_consent_event TO PUBLIC");
        tells(rented::open, "can change or delete consents");
        rented.asOwner("REVOKE DELETE ON kyc_consent_event FROM PUBLIC");
        TestPostgres.asSuperuser("GRANT " + rented.owner() + " TO " + rented.app());
        tells(rented::open, "can change or delete consents");
        TestPostgres.asSuperuser("REVOKE " + rented.owner() + " FROM " + rented.app());

        rented.open().close();
    }

    @Test
    void a_database_in_another_encoding_is_told() {
        Rented latin = TestPostgres.database("LATIN1");

        tells(latin::open, "ENCODING 'UTF8'");
    }

    @Test
    void of_nodes_that_start_together_each_finds_the_tables() {
        Rented fresh = TestPostgres.database();

        List<Boolean> stored = Both.of(() -> {
            try (Stores stores = fresh.open()) {
                return stores.sessions().create(Sample.anySnapshot(), List.of()).isRight();
            }
        });

        assertThat(stored).containsOnly(true);
    }

    @Test
    void no_log_shows_a_password() {
        try (Logs logs = Logs.capture()) {
            GROUND.open(RENTED.settings()).close();
            String url = RENTED.url() + "?user=" + RENTED.app() + "&password=wrong-secret";
            tells(
                    () -> new JdbcStores().open(url, new TestSettings().with("keys", new Credential(Rented.KEYS))),
                    "refuses the user");

            assertThat(logs.lines()).isNotEmpty().noneMatch(line -> line.contains("-secret"));
        }
    }

    private static void tells(ThrowingCallable work, String what) {
        assertThatThrownBy(work)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining(what)
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("row of")
                .hasMessageNotContaining("jdbc:postgresql:/")
                .hasNoCause();
    }
}

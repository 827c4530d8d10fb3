package dev.kycport.adapter.jdbc.internal.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.jdbc.fixture.CapturedLogs;
import dev.kycport.adapter.jdbc.fixture.PostgresFixture;
import dev.kycport.adapter.jdbc.fixture.PostgresTestServer;
import dev.kycport.adapter.jdbc.internal.database.ConnectionPools;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.DatabaseSettings;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostgresSessionSettingsTest {

    private static final PostgresFixture GROUND = PostgresFixture.create();
    private static final String NAME = GROUND.rented().name();

    @AfterAll
    static void release() {
        GROUND.opened().close();
    }

    @AfterEach
    void reset() {
        PostgresTestServer.asSuperuser("ALTER DATABASE " + NAME + " RESET ALL");
    }

    @ParameterizedTest
    @CsvSource({
        "idle_in_transaction_session_timeout, 1min",
        "lock_timeout, 4s",
        "tcp_keepalives_idle, 30",
        "transaction_isolation, read committed",
        "statement_timeout, 4s",
        "synchronous_commit, on",
    })
    void what_is_relied_on_is_set_whatever_the_server_says(String name, String value) {
        setServerDefault("idle_in_transaction_session_timeout = 0");
        setServerDefault("lock_timeout = 0");
        setServerDefault("statement_timeout = 0");
        setServerDefault("default_transaction_isolation = 'serializable'");
        setServerDefault("synchronous_commit = off");

        assertThat(setting(name)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "local", "remote_write"})
    void a_commit_waits_for_every_disk_whatever_the_database_says(String weaker) {
        setServerDefault("synchronous_commit = " + weaker);

        assertThat(setting("synchronous_commit")).isEqualTo("on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "local", "remote_write"})
    void a_commit_waits_for_every_disk_whatever_the_role_says(String weaker) {
        String role = "ALTER ROLE " + GROUND.rented().app();
        PostgresTestServer.asSuperuser(role + " SET synchronous_commit = " + weaker);
        try (CapturedLogs capturedLogs = CapturedLogs.capture()) {
            assertThat(setting("synchronous_commit")).isEqualTo("on");
            assertThat(capturedLogs.lines()).anyMatch(line -> line.contains("synchronous_commit = " + weaker));
        } finally {
            PostgresTestServer.asSuperuser(role + " RESET synchronous_commit");
        }
    }

    @Test
    void a_commit_waits_for_every_disk_whatever_the_URL_says() {
        String url = GROUND.rented().url() + "?options=-c%20synchronous_commit=local";

        assertThat(setting(url, "synchronous_commit")).isEqualTo("on");
    }

    @Test
    void what_is_safer_than_needed_stays() {
        setServerDefault("synchronous_commit = remote_apply");

        assertThat(setting("synchronous_commit")).isEqualTo("remote_apply");
    }

    @Test
    void connections_that_nobody_needs_are_not_held() {
        var config = ConnectionPools.config("any", new PGSimpleDataSource(), 10, Duration.ofSeconds(5), "SELECT 1");

        assertThat(config.getMinimumIdle()).isEqualTo(1);
        assertThat(config.getMaximumPoolSize()).isEqualTo(10);
    }

    private static void setServerDefault(String setting) {
        PostgresTestServer.asSuperuser("ALTER DATABASE " + NAME + " SET " + setting);
    }

    private static String setting(String name) {
        return setting(GROUND.rented().url(), name);
    }

    private static String setting(String url, String name) {
        try (Database database = PostgresDatabase.open(url, new DatabaseSettings(GROUND.settings()))) {
            return database.write(handle ->
                    handle.createQuery("SHOW " + name).mapTo(String.class).one());
        }
    }
}

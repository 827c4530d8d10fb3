package dev.kycport.adapter.jdbc.internal.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.adapter.jdbc.fixture.PostgresFixture;
import dev.kycport.adapter.jdbc.fixture.PostgresTestServer;
import dev.kycport.adapter.jdbc.fixture.TestSettings;
import dev.kycport.adapter.jdbc.internal.database.RowSupport;
import dev.kycport.ports.store.StoreMonitor;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.sample.SampleValues;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostgresStoreMonitorTest {

    private static final PostgresFixture GROUND = PostgresFixture.create();

    @AfterAll
    static void release() {
        GROUND.opened().close();
    }

    @Test
    void the_clock_is_the_servers() {
        Instant before = serverTime();

        Instant clock = monitor(GROUND.opened()).clock().orElseThrow();

        assertThat(clock).isBetween(before, serverTime());
    }

    @Test
    void the_allowed_skew_is_configured() {
        TestSettings settings = GROUND.settings().with("max-clock-skew", Duration.ofSeconds(4));

        try (Stores stores = GROUND.open(settings)) {
            assertThat(monitor(stores).maxClockSkew()).isEqualTo(Duration.ofSeconds(4));
        }
    }

    @Test
    void the_status_counts_what_is_due() {
        var session = SampleValues.anySnapshot();
        GROUND.opened().sessions().create(session, List.of()).get();
        Instant due = session.dueAt().orElseThrow();

        var early = monitor(GROUND.opened()).status(due.minusSeconds(1)).orElseThrow();
        var late = monitor(GROUND.opened()).status(due.plusSeconds(1)).orElseThrow();

        assertThat(early.due()).isZero();
        assertThat(early.oldestDue()).isEmpty();
        assertThat(late.due()).isEqualTo(1);
        assertThat(late.oldestDue()).contains(RowSupport.fromMicros(RowSupport.toMicros(due)));
        assertThat(late.migration()).isNotBlank();
        assertThat(late.encryptionKey()).isNotBlank();
        assertThat(late.pool().max()).isEqualTo(10);
        GROUND.close();
    }

    @Test
    void a_server_that_takes_no_writes_is_reported() {
        String database = GROUND.rented().name();
        PostgresTestServer.asSuperuser("ALTER DATABASE " + database + " SET default_transaction_read_only = on");
        try (Stores stores = GROUND.open(GROUND.settings())) {
            assertThatThrownBy(() -> monitor(stores).status(SampleValues.NOW))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("takes no writes");
        } finally {
            PostgresTestServer.asSuperuser("ALTER DATABASE " + database + " RESET default_transaction_read_only");
        }
    }

    private static Instant serverTime() {
        return RowSupport.fromMicros(PostgresTestServer.countAsSuperuser(
                "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint"));
    }

    private static StoreMonitor monitor(Stores stores) {
        return stores.admin().orElseThrow().monitor();
    }
}

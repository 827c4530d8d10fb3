package dev.kycport.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.adapter.jdbc.fixture.PostgresFixture;
import dev.kycport.adapter.jdbc.fixture.PostgresTestServer;
import dev.kycport.adapter.jdbc.fixture.TwoThreads;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.sample.SampleValues;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Synchronous replication whose only standby is away: every commit waits until somebody cancels the wait. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PostgresReplicationTest {

    private static final PostgresFixture GROUND = PostgresFixture.create();
    private static final String APP = GROUND.rented().app();
    private static final String NOT_CONFIRMED = "no standby confirmed it";
    private static final int POOL_SIZE = 2;
    private static final int TRIES = 3;

    @AfterAll
    static void release() {
        GROUND.opened().close();
    }

    @BeforeEach
    void loseTheStandby() {
        setStandby("kyc_absent");
    }

    @AfterEach
    void needNoStandby() {
        setStandby("");
        GROUND.close();
    }

    @Test
    void a_commit_that_is_not_replicated_is_not_acknowledged() {
        try (Stores stores = open(Duration.ofSeconds(1))) {
            // One statement that is its own transaction, statements of one transaction, and a transaction of Jdbi.
            assertNotConfirmed(() -> stores.sessions().create(SampleValues.anySnapshot(), List.of()));
            var session = SampleValues.anySnapshot();
            var entries = List.of(SampleValues.anyEntry(session.header().id()));
            assertNotConfirmed(() -> stores.sessions().create(session, entries));
            assertNotConfirmed(() ->
                    SampleValues.giveConsent(stores.consents(), SampleValues.anyTerms(SampleValues.anyProvider())));
        }
    }

    @Test
    void a_commit_whose_wait_an_operator_cancels_is_not_acknowledged() {
        try (Stores stores = open(Duration.ofMinutes(5))) {
            CompletableFuture<Boolean> step = CompletableFuture.supplyAsync(() -> stores.sessions()
                    .create(SampleValues.anySnapshot(), List.of())
                    .isRight());
            PostgresTestServer.awaitAsSuperuser(
                    "SELECT count(pg_cancel_backend(pid)) > 0 FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
                            + " AND usename = '" + APP + "'");

            assertThatThrownBy(step::join)
                    .hasRootCauseInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining(NOT_CONFIRMED);
        }
    }

    @Test
    void a_node_holds_no_more_of_the_server_than_its_pool() {
        try (Stores stores = open(Duration.ofSeconds(1))) {
            List<Boolean> acknowledged = TwoThreads.runTwice(() -> createSeveral(stores));

            assertThat(acknowledged).containsOnly(false);
            assertThat(PostgresTestServer.countAsSuperuser(
                            "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND usename = '" + APP
                                    + "'"))
                    .isZero();
            assertThat(PostgresTestServer.countAsSuperuser("SELECT count(*) FROM pg_stat_activity WHERE usename = '"
                            + APP + "' AND datname = '" + GROUND.rented().name() + "'"))
                    // The fixture's own stores hold one.
                    .isLessThanOrEqualTo(POOL_SIZE + 1L);

            setStandby("");
            assertThat(stores.sessions()
                            .create(SampleValues.anySnapshot(), List.of())
                            .isRight())
                    .isTrue();
        }
    }

    private static boolean createSeveral(Stores stores) {
        boolean acknowledged = false;
        for (int tried = 0; tried < TRIES; tried++) {
            try {
                acknowledged |= stores.sessions()
                        .create(SampleValues.anySnapshot(), List.of())
                        .isRight();
            } catch (StoreUnavailableException expected) {
                assertThat(expected).hasMessageContaining(NOT_CONFIRMED);
            }
        }
        return acknowledged;
    }

    private static Stores open(Duration timeout) {
        return GROUND.open(GROUND.settings().with("timeout", timeout).with("pool-size", POOL_SIZE));
    }

    private static void assertNotConfirmed(Callable<?> write) {
        assertThatThrownBy(write::call)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining(NOT_CONFIRMED)
                .hasNoCause();
    }

    private static void setStandby(String name) {
        PostgresTestServer.asSuperuser("ALTER SYSTEM SET synchronous_standby_names = '" + name + "'");
        PostgresTestServer.asSuperuser("SELECT pg_reload_conf()");
        PostgresTestServer.awaitAsSuperuser("SELECT current_setting('synchronous_standby_names') = '" + name + "'");
    }
}

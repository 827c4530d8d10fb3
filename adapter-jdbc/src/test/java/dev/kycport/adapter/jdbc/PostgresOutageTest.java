package dev.kycport.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.StoreUnavailableException;
import dev.kycport.ports.Stores;
import dev.kycport.tck.Sample;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The database goes away under open stores, and comes back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PostgresOutageTest {

    private static final PostgresGround GROUND = PostgresGround.rent();

    private static final int PATIENCE = 20;

    private Cable cable;
    private Stores stores;
    private SessionSnapshot session;

    @AfterAll
    static void release() {
        GROUND.opened().close();
    }

    @BeforeEach
    void open() {
        cable = Cable.to(GROUND.rented().port());
        stores = new JdbcStores()
                .open(GROUND.rented().through(cable), GROUND.settings().with("timeout", Duration.ofSeconds(1)));
        session = Sample.anySnapshot();
        stores.sessions().create(session, List.of()).get();
    }

    @AfterEach
    void close() {
        stores.close();
        cable.close();
    }

    @Test
    void while_it_is_away_every_step_fails_clearly_and_afterwards_it_goes_on() {
        cable.cut();

        everythingFails();
        cable.mend();

        everythingWorks();
    }

    @Test
    void a_server_that_falls_silent_holds_no_thread() {
        cable.swallow();

        everythingFails();
        cable.mend();

        everythingWorks();
    }

    @Test
    void many_threads_come_back_from_an_outage() {
        cable.swallow();

        List<Boolean> failures = Both.of(this::fails);
        cable.mend();

        assertThat(failures).containsOnly(true);
        everythingWorks();
    }

    @Test
    void connections_that_the_server_ended_are_replaced() {
        TestPostgres.asSuperuser("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '"
                + GROUND.rented().app() + "'");

        // The first to use one may be the one that finds out.
        fails();

        everythingWorks();
    }

    private void everythingFails() {
        List<Callable<?>> steps = List.of(
                () -> stores.sessions().find(session.dossier().id()),
                () -> stores.sessions().replace(0, next(), List.of()),
                () -> stores.consents().events(session.dossier().consent()),
                () -> Sample.giveConsent(stores.consents(), Sample.anyTerms(Sample.anyProvider())));
        assertThat(steps)
                .allSatisfy(step -> assertThatThrownBy(step::call)
                        .isInstanceOf(StoreUnavailableException.class)
                        .hasMessageContaining("cannot be reached")
                        .hasNoCause());
    }

    private void everythingWorks() {
        for (int attempt = 0; attempt < PATIENCE && fails(); attempt++) {
            // The pool looks for the server in steps that grow longer, and each attempt waits for it a second.
        }
        assertThat(stores.sessions().find(session.dossier().id())).contains(session);
        assertThat(stores.sessions().replace(0, next(), List.of()).isRight()).isTrue();
        Sample.giveConsent(stores.consents(), Sample.anyTerms(Sample.anyProvider()));
    }

    private boolean fails() {
        try {
            stores.sessions().find(session.dossier().id());
            return false;
        } catch (StoreUnavailableException away) {
            return true;
        }
    }

    private SessionSnapshot next() {
        return Sample.successorsOf(session).get(0);
    }
}

package dev.kycport.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.jdbc.fixture.PostgresTestServer;
import dev.kycport.adapter.jdbc.fixture.TemporaryPostgresDatabase;
import dev.kycport.adapter.jdbc.fixture.WireCounter;
import dev.kycport.ports.store.Stores;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresStepCostTest extends StepCostContract {

    private static final int MAX_ROUND_TRIPS = 24;

    private WireCounter wire;
    private Stores stores;

    @BeforeEach
    void open() {
        TemporaryPostgresDatabase database = PostgresTestServer.database();
        wire = WireCounter.to(database.port());
        stores = database.openAt(wire.port());
    }

    @AfterEach
    void close() {
        stores.close();
        wire.close();
    }

    @Override
    Stores stores() {
        return stores;
    }

    @Override
    int commits() {
        return wire.commits();
    }

    // The pool may test a connection that was idle for half a second, so the cheapest of a few sessions counts.
    @Test
    void five_steps_of_a_direct_session_are_at_most_24_round_trips() {
        int cheapest = IntStream.range(0, 5)
                .map(session -> {
                    int before = wire.roundTrips();
                    runSession();
                    return wire.roundTrips() - before;
                })
                .min()
                .orElseThrow();

        assertThat(cheapest).isPositive().isLessThanOrEqualTo(MAX_ROUND_TRIPS);
    }
}

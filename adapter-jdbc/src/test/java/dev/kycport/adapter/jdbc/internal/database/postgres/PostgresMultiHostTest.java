package dev.kycport.adapter.jdbc.internal.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.jdbc.JdbcStoreFactory;
import dev.kycport.adapter.jdbc.fixture.PostgresFixture;
import dev.kycport.adapter.jdbc.fixture.TcpProxy;
import dev.kycport.adapter.jdbc.internal.database.DatabaseSettings;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.sample.SampleValues;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostgresMultiHostTest {

    private static final PostgresFixture GROUND = PostgresFixture.create();
    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    @AfterAll
    static void release() {
        GROUND.opened().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"prefer", "disable"})
    void a_first_host_that_is_silent_leaves_time_for_the_second(String encryption) {
        try (TcpProxy silent = TcpProxy.forwardingTo(GROUND.rented().port())) {
            silent.dropTraffic();
            String url = GROUND.rented()
                    .urlThrough(silent)
                    .replace(
                            "/" + GROUND.rented().name(),
                            ",localhost:" + GROUND.rented().port() + "/"
                                    + GROUND.rented().name() + "?sslmode=" + encryption);

            try (Stores stores =
                    new JdbcStoreFactory().open(url, GROUND.settings().with("timeout", TIMEOUT))) {
                assertThat(stores.sessions()
                                .create(SampleValues.anySnapshot(), List.of())
                                .isRight())
                        .isTrue();
            }
        }
    }

    @Test
    void all_hosts_together_have_the_configured_time() {
        PostgresDataSource source = source("jdbc:postgresql://one,two,three/kyc", Duration.ofSeconds(6));

        assertThat(source.getConnectTimeout()).isEqualTo(1);
        assertThat(source.getSocketTimeout()).isEqualTo(1);
        assertThat(source.getSslResponseTimeout()).isEqualTo(1000);
        assertThat(source.getLoginTimeout()).isEqualTo(6);
    }

    @Test
    void time_outs_of_the_URL_stay() {
        PostgresDataSource source = source(
                "jdbc:postgresql://one,two/kyc?connectTimeout=7&socketTimeout=30&loginTimeout=40&sslResponseTimeout=9000"
                        + "&cancelSignalTimeout=8",
                Duration.ofSeconds(5));

        assertThat(source.getConnectTimeout()).isEqualTo(7);
        assertThat(source.getSocketTimeout()).isEqualTo(30);
        assertThat(source.getLoginTimeout()).isEqualTo(40);
        assertThat(source.getSslResponseTimeout()).isEqualTo(9000);
        assertThat(source.getCancelSignalTimeout()).isEqualTo(8);
    }

    @Test
    void a_longer_connect_time_out_of_the_URL_makes_the_login_time_out_longer() {
        PostgresDataSource source = source("jdbc:postgresql://one,two/kyc?connectTimeout=7", Duration.ofSeconds(5));

        assertThat(source.getLoginTimeout()).isEqualTo(28);
    }

    @Test
    void the_pool_does_not_shorten_the_login() {
        PostgresDataSource source = source("jdbc:postgresql://one,two,three/kyc", Duration.ofSeconds(1));

        source.setLoginTimeout(1);

        assertThat(source.getLoginTimeout()).isEqualTo(6);
    }

    private static PostgresDataSource source(String url, Duration timeout) {
        return new PostgresDataSource(url, new DatabaseSettings(GROUND.settings()).user(), "kyc", timeout, timeout);
    }
}

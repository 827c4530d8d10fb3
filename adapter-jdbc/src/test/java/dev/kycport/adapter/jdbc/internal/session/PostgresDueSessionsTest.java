package dev.kycport.adapter.jdbc.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.jdbc.fixture.DatabaseFixture;
import dev.kycport.adapter.jdbc.fixture.PostgresFixture;
import dev.kycport.domain.session.SessionSnapshot;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PostgresDueSessionsTest extends DueSessionsContract {

    private static final PostgresFixture GROUND = PostgresFixture.create();

    @AfterAll
    static void release() {
        GROUND.opened().close();
    }

    @Override
    public DatabaseFixture ground() {
        return GROUND;
    }

    @Test
    void a_row_that_somebody_else_is_writing_is_passed_over_and_not_waited_for() {
        SessionSnapshot held = opened();
        SessionSnapshot free = opened();

        GROUND.whileLocked(
                "SELECT 1 FROM kyc_session WHERE id = '" + id(held) + "' FOR UPDATE",
                () -> assertThat(sessions().reconcileDue(DUE, DueSessionsContract::reconciled))
                        .isEqualTo(1));

        assertThat(sessions().find(id(held))).contains(held);
        assertThat(sessions().find(id(free))).isNotEqualTo(Optional.of(free));
    }
}

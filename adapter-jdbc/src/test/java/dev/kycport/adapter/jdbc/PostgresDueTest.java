package dev.kycport.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.session.SessionSnapshot;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PostgresDueTest extends DueFacts {

    private static final PostgresGround GROUND = PostgresGround.rent();

    @AfterAll
    static void release() {
        GROUND.opened().close();
    }

    @Override
    Ground ground() {
        return GROUND;
    }

    @Test
    void a_row_that_somebody_else_is_writing_is_passed_over_and_not_waited_for() {
        SessionSnapshot held = opened();
        SessionSnapshot free = opened();

        GROUND.whileLocked(
                "SELECT 1 FROM kyc_session WHERE id = '" + id(held) + "' FOR UPDATE",
                () -> assertThat(sessions().settleDue(DUE, DueFacts::moved)).isEqualTo(1));

        assertThat(sessions().find(id(held))).contains(held);
        assertThat(sessions().find(id(free))).isNotEqualTo(Optional.of(free));
    }
}

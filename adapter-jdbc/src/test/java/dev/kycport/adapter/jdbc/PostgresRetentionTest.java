package dev.kycport.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.RetentionStore.Count;
import dev.kycport.ports.StoreUnavailableException;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PostgresRetentionTest extends RetentionFacts {

    private static final Rented RENTED = TestPostgres.database();
    private static final Database DATABASE = Postgres.open(RENTED.url(), new StoreSettings(RENTED.settings()));

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    Database database() {
        RENTED.clear("kyc_session, kyc_audit, kyc_consent_event, kyc_hold, kyc_purge, kyc_pending_code");
        return DATABASE;
    }

    @Test
    void a_hold_that_comes_while_a_purge_is_under_way_still_counts() throws IOException {
        SessionSnapshot kept = past().ended(OLD, "customer-1", 2);
        past().ended(OLD, "customer-2", 3);

        Count count = retention().purge(BEFORE, NOW, lines -> {
            retention().hold(new SubjectRef("customer-1"), "court order 17", NOW);
            archived.addAll(lines);
        });

        assertThat(count).isEqualTo(new Count(1, 3, 1));
        assertThat(past().find(kept)).contains(kept);
        assertThat(past().trail(kept)).hasSize(2);
        assertThat(archived).hasSize(2);
    }

    @Test
    void the_application_can_neither_change_nor_remove_the_record_of_a_purge() throws IOException {
        past().ended(OLD, "customer-1", 2);
        retention().purge(BEFORE, NOW, archived::addAll);

        for (String attempt : new String[] {"UPDATE kyc_purge SET sessions = 0", "DELETE FROM kyc_purge"}) {
            assertThatThrownBy(() -> DATABASE.writeOne(handle -> handle.execute(attempt)))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("42501");
        }
        assertThat(retention().purges()).hasSize(1);
    }
}

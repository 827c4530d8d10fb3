package dev.kycport.adapter.jdbc.internal.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.adapter.jdbc.fixture.PostgresTestServer;
import dev.kycport.adapter.jdbc.fixture.TemporaryPostgresDatabase;
import dev.kycport.adapter.jdbc.internal.database.Database;
import dev.kycport.adapter.jdbc.internal.database.DatabaseSettings;
import dev.kycport.adapter.jdbc.internal.database.postgres.PostgresDatabase;
import dev.kycport.ports.store.StoreUnavailableException;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PostgresRetentionTest extends JdbcRetentionStoreContract {

    private static final TemporaryPostgresDatabase RENTED = PostgresTestServer.database();
    private static final Database DATABASE =
            PostgresDatabase.open(RENTED.url(), new DatabaseSettings(RENTED.settings()));

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
    void the_application_can_neither_change_nor_remove_the_record_of_a_purge() throws IOException {
        past().ended(OLD, "customer-1", 2);
        retention().purge(BEFORE, NOW, archived::addAll);

        for (String attempt : new String[] {"UPDATE kyc_purge SET sessions = 0", "DELETE FROM kyc_purge"}) {
            assertThatThrownBy(() -> DATABASE.writeStatement(handle -> handle.execute(attempt)))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("42501");
        }
        assertThat(retention().findPurges()).hasSize(1);
    }
}

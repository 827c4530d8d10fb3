package dev.kycport.adapter.jdbc.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.adapter.jdbc.fixture.DatabaseFixture;
import dev.kycport.adapter.jdbc.fixture.PostgresFixture;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.sample.SampleValues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresConsentLedgerReaderTest extends JdbcConsentLedgerReaderContract {

    private static final PostgresFixture GROUND = PostgresFixture.create();

    @AfterAll
    static void release() {
        GROUND.opened().close();
    }

    @Override
    public DatabaseFixture ground() {
        return GROUND;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE kyc_consent_event SET event = '{}'",
                "DELETE FROM kyc_consent_event",
                "TRUNCATE kyc_consent_event",
                "DROP TABLE kyc_consent_event",
                "ALTER TABLE kyc_consent_event DROP COLUMN hash",
                "UPDATE kyc_audit SET entry = '{}'",
                "TRUNCATE kyc_audit"
            })
    void the_application_can_neither_change_nor_remove_what_is_on_record(String attempt) {
        Stores stores = GROUND.open();
        SampleValues.giveConsent(stores.consents(), SampleValues.anyTerms(SampleValues.anyProvider()));

        assertThatThrownBy(() -> GROUND.asApplication(attempt))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("42501");
        assertThat(stores.admin().orElseThrow().ledgerReader().verifyChains().entries())
                .isEqualTo(2);
    }
}

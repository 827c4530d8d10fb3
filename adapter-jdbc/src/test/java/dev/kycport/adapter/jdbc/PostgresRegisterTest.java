package dev.kycport.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.ports.StoreUnavailableException;
import dev.kycport.ports.Stores;
import dev.kycport.tck.Sample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresRegisterTest extends RegisterFacts {

    private static final PostgresGround GROUND = PostgresGround.rent();

    @AfterAll
    static void release() {
        GROUND.opened().close();
    }

    @Override
    Ground ground() {
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
        Sample.giveConsent(stores.consents(), Sample.anyTerms(Sample.anyProvider()));

        assertThatThrownBy(() -> GROUND.asApplication(attempt))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("42501");
        assertThat(stores.keeping().orElseThrow().register().verify().links()).isEqualTo(2);
    }
}

package dev.kycport.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.ports.store.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InMemoryConsentLedgerTest {

    private final InMemoryConsentLedger ledger = new InMemoryConsentLedger(2);

    @Test
    void events_come_back_in_the_order_in_which_they_were_added() {
        ledger.append(MemoryFixtures.asked(1), 0);
        ledger.append(MemoryFixtures.given(1), 1);

        assertThat(ledger.events(MemoryFixtures.consent(1)))
                .containsExactly(MemoryFixtures.asked(1), MemoryFixtures.given(1));
        assertThat(ledger.events(MemoryFixtures.consent(2))).isEmpty();
    }

    @Test
    void an_event_for_another_position_is_refused() {
        ledger.append(MemoryFixtures.asked(1), 0);

        assertThat(ledger.append(MemoryFixtures.given(1), 0).getLeft()).isEqualTo(new SessionRejection.Busy());
        assertThat(ledger.append(MemoryFixtures.given(1), 2).getLeft()).isEqualTo(new SessionRejection.Busy());

        assertThat(ledger.events(MemoryFixtures.consent(1))).hasSize(1);
    }

    @Test
    void of_many_who_add_to_the_same_position_one_succeeds() throws Exception {
        ledger.append(MemoryFixtures.asked(1), 0);

        assertThat(MemoryFixtures.winners(
                        16, () -> ledger.append(MemoryFixtures.given(1), 1).isRight()))
                .isEqualTo(1);
    }

    @Test
    void a_full_ledger_refuses_a_new_consent_rather_than_drop_one_that_counts() {
        give(1);
        give(2);

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> ledger.append(MemoryFixtures.asked(3), 0))
                .withMessageContaining("2 live consents");

        assertThat(ledger.events(MemoryFixtures.consent(1))).hasSize(2);
        assertThat(ledger.events(MemoryFixtures.consent(3))).isEmpty();
    }

    @Test
    void a_full_ledger_still_takes_what_happens_to_its_consents() {
        give(1);
        give(2);

        assertThat(ledger.append(withdrawn(2), 2).isRight()).isTrue();
    }

    @Test
    void a_withdrawn_consent_makes_room_before_an_older_one_that_counts() {
        give(1);
        give(2);
        ledger.append(withdrawn(2), 2);

        ledger.append(MemoryFixtures.asked(3), 0);

        assertThat(ledger.events(MemoryFixtures.consent(1))).hasSize(2);
        assertThat(ledger.events(MemoryFixtures.consent(2))).isEmpty();
    }

    @Test
    void the_oldest_consent_makes_room_once_its_time_is_past() {
        give(1);
        give(2);

        ledger.append(asked(3, MemoryFixtures.NOW.plus(Duration.ofHours(1))), 0);

        assertThat(ledger.events(MemoryFixtures.consent(1))).isEmpty();
        assertThat(ledger.events(MemoryFixtures.consent(2))).hasSize(2);
    }

    @Test
    void a_question_that_nobody_answered_for_a_day_makes_room() {
        ledger.append(MemoryFixtures.asked(1), 0);
        give(2);

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> ledger.append(asked(3, MemoryFixtures.NOW.plus(Duration.ofHours(23))), 0));
        ledger.append(asked(3, MemoryFixtures.NOW.plus(Duration.ofHours(24))), 0);

        assertThat(ledger.events(MemoryFixtures.consent(1))).isEmpty();
    }

    @Test
    void a_chain_that_is_full_takes_no_more() {
        give(1);
        for (int i = 2; i < InMemoryConsentLedger.MAX_EVENTS; i++) {
            ledger.append(MemoryFixtures.given(1), i);
        }

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> ledger.append(MemoryFixtures.given(1), InMemoryConsentLedger.MAX_EVENTS))
                .withMessageContaining("events of a consent");
    }

    private void give(int consent) {
        ledger.append(MemoryFixtures.asked(consent), 0);
        ledger.append(MemoryFixtures.given(consent), 1);
    }

    private static ConsentEvent withdrawn(int consent) {
        return new ConsentEvent.WasWithdrawn(MemoryFixtures.consent(consent), MemoryFixtures.NOW);
    }

    private static ConsentEvent asked(int consent, Instant at) {
        ConsentEvent.WasAsked asked = (ConsentEvent.WasAsked) MemoryFixtures.asked(consent);
        return new ConsentEvent.WasAsked(asked.consent(), at, asked.terms());
    }
}

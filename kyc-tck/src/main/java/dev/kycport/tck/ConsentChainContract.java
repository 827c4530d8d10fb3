package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.ports.store.ConsentLedger;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.tck.concurrency.Race;
import dev.kycport.tck.sample.SampleValues;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a consent ledger owes as a store: one append-only chain of events for each consent. */
public abstract class ConsentChainContract extends StoresContract {

    static final int ROUNDS = 20;
    static final int RUNNERS = 4;
    static final Instant NOW = SampleValues.NOW;
    static final ConsentTerms TERMS = SampleValues.anyTerms(SampleValues.anyProvider());
    static final ConsentUse USE = SampleValues.anyUse(TERMS, ProviderCall.SEND_CODE);

    ConsentChainContract() {}

    /** If it fails, check that appending stores before it acknowledges. */
    @Test
    final void an_appended_event_is_on_record() {
        ConsentEvent asked = asked(SampleValues.anyConsentId());

        Either<KycFailure, ConsentEvent> appended = ledger().append(asked, 0);

        assertThat(appended).isEqualTo(Either.right(asked));
        assertThat(ledger().events(asked.consent())).containsExactly(asked);
    }

    /** If it fails, check that a consent nobody stored is an empty chain and not an error. */
    @Test
    final void an_unknown_consent_has_no_events() {
        given();

        assertThat(ledger().events(SampleValues.anyConsentId())).isEmpty();
    }

    /** If it fails, check which event, term, method or duration is lost or changed: the notice is evidence, to the letter. */
    @Test
    final void every_event_is_restored_as_it_was() {
        ConsentId used = given();
        ledger().append(new ConsentEvent.WasUsed(used, NOW, USE), 2).get();
        ledger().append(new ConsentEvent.WasWithdrawn(used, NOW.plusSeconds(1)), 3)
                .get();
        ConsentId declined = SampleValues.anyConsentId();
        ledger().append(asked(declined), 0).get();
        ledger().append(new ConsentEvent.WasDeclined(declined, NOW), 1).get();
        ConsentId expired = given();
        ledger().append(new ConsentEvent.HasExpired(expired, NOW), 2).get();

        assertThat(ledger().events(used))
                .containsExactly(
                        asked(used),
                        new ConsentEvent.WasGiven(used, NOW, ConsentMethod.CHECKBOX, SampleValues.CONSENT_LIFE),
                        new ConsentEvent.WasUsed(used, NOW, USE),
                        new ConsentEvent.WasWithdrawn(used, NOW.plusSeconds(1)));
        assertThat(ledger().events(declined))
                .containsExactly(asked(declined), new ConsentEvent.WasDeclined(declined, NOW));
        assertThat(ledger().events(expired)).hasSize(3).last().isEqualTo(new ConsentEvent.HasExpired(expired, NOW));
    }

    /** If it fails, check that a chain's link can be written once: the ledger is append-only. */
    @Test
    final void a_taken_position_is_busy_and_adds_nothing() {
        ConsentId consent = given();

        Either<KycFailure, ConsentEvent> late = ledger().append(new ConsentEvent.WasDeclined(consent, NOW), 1);

        assertThat(late).isEqualTo(Either.left(new SessionRejection.Busy()));
        assertThat(ledger().events(consent)).hasSize(2).noneMatch(ConsentEvent.WasDeclined.class::isInstance);
    }

    /** If it fails, check that a chain cannot have holes. */
    @Test
    final void a_position_beyond_the_end_is_busy_and_adds_nothing() {
        ConsentId consent = given();

        Either<KycFailure, ConsentEvent> early = ledger().append(new ConsentEvent.WasWithdrawn(consent, NOW), 5);

        assertThat(early).isEqualTo(Either.left(new SessionRejection.Busy()));
        assertThat(ledger().events(consent)).hasSize(2);
    }

    /** If it fails, check that each consent has a chain of its own. */
    @Test
    final void consents_do_not_touch_each_other() {
        ConsentId one = given();
        ConsentId other = given();

        ledger().append(new ConsentEvent.WasWithdrawn(one, NOW), 2).get();

        assertThat(ledger().events(other)).hasSize(2);
        assertThat(prove(other, USE).isRight())
                .as("the other consent still counts")
                .isTrue();
    }

    /** If it fails, check that the list handed out is a copy or cannot be changed. */
    @Test
    final void a_list_handed_out_is_no_way_in() {
        ConsentId consent = given();
        List<ConsentEvent> before = ledger().events(consent);

        tryToEmpty(before);

        assertThat(ledger().events(consent)).hasSize(2);
    }

    /** If it fails, check that comparing the position and writing are one step. */
    @Test
    final void of_many_events_at_one_position_exactly_one_wins() {
        for (int round = 0; round < ROUNDS; round++) {
            ConsentId consent = given();

            List<Either<KycFailure, ConsentEvent>> results = Race.run(
                    RUNNERS,
                    runner -> ledger().append(new ConsentEvent.WasWithdrawn(consent, NOW.plusSeconds(runner)), 2));

            assertThat(results).filteredOn(Either::isRight).hasSize(1);
            assertThat(ledger().events(consent)).hasSize(3).last().isIn(rights(results));
        }
    }

    final ConsentLedger ledger() {
        return underTest().consents();
    }

    final ConsentId given() {
        return SampleValues.giveConsent(ledger(), TERMS);
    }

    final Either<KycFailure, ConsentProof> prove(ConsentId consent, ConsentUse use) {
        return ledger().prove(consent, use, NOW);
    }

    static ConsentEvent asked(ConsentId consent) {
        return new ConsentEvent.WasAsked(consent, NOW, TERMS);
    }

    private static List<ConsentEvent> rights(List<Either<KycFailure, ConsentEvent>> results) {
        return results.stream().filter(Either::isRight).map(Either::get).toList();
    }
}

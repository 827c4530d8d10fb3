package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.domain.consent.Purpose;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.ConsentRejection;
import dev.kycport.domain.failure.ConsentRejection.NotCovering.Gap;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.Rejection;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.ports.store.ConsentLedger;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.tck.concurrency.Race;
import dev.kycport.tck.sample.SampleValues;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a {@link ConsentLedger} owes: no consent, no proof; and no proof that is not on record. */
public abstract class ConsentLedgerContract extends ConsentChainContract {

    /** For the adapter's test. */
    protected ConsentLedgerContract() {}

    /** If it fails, check that the use is durably stored before the proof is made: no consent on record, no call. */
    @Test
    final void a_proof_leaves_its_use_on_record() {
        ConsentId consent = given();

        ConsentProof proof = prove(consent, USE).get();

        assertThat(ledger().events(consent)).hasSize(3).last().isEqualTo(new ConsentEvent.WasUsed(consent, NOW, USE));
        assertThat(proof.use()).isEqualTo(USE);
        assertThat(proof.consent().id()).isEqualTo(consent);
    }

    /** If it fails, check that a consent serves until it ends: each use is recorded, and none uses it up. */
    @Test
    final void a_consent_can_be_used_again() {
        ConsentId consent = given();

        prove(consent, USE).get();
        prove(consent, USE).get();

        assertThat(uses(consent)).hasSize(2);
    }

    /** If it fails, check that a proof is made from stored events alone: an event that was refused never happened. */
    @Test
    final void a_consent_that_was_not_stored_proves_nothing() {
        ConsentId consent = SampleValues.anyConsentId();
        ledger().append(asked(consent), 0).get();
        ledger().append(new ConsentEvent.WasGiven(consent, NOW, ConsentMethod.BUTTON, SampleValues.CONSENT_LIFE), 4);

        isRefused(consent, USE, NOW, new ConsentRejection.Missing());
    }

    /** If it fails, check what is made of a consent that nobody knows. */
    @Test
    final void an_unknown_consent_proves_nothing() {
        isRefused(SampleValues.anyConsentId(), USE, NOW, new ConsentRejection.Missing());
    }

    /** If it fails, check that a question is not taken for its answer. */
    @Test
    final void an_unanswered_consent_proves_nothing() {
        ConsentId consent = SampleValues.anyConsentId();
        ledger().append(asked(consent), 0).get();

        isRefused(consent, USE, NOW, new ConsentRejection.Missing());
    }

    /** If it fails, check that a person who said no is not asked for. */
    @Test
    final void a_declined_consent_proves_nothing() {
        ConsentId consent = SampleValues.anyConsentId();
        ledger().append(asked(consent), 0).get();
        ledger().append(new ConsentEvent.WasDeclined(consent, NOW), 1).get();

        isRefused(consent, USE, NOW, new ConsentRejection.Missing());
    }

    /** If it fails, check that the end of the validity is not part of it, and counts even if nobody recorded it. */
    @Test
    final void an_expired_consent_proves_nothing() {
        ConsentId consent = given();
        Instant end = NOW.plus(SampleValues.CONSENT_LIFE);

        isRefused(consent, USE, end, new ConsentRejection.Expired(end));
    }

    /** If it fails, check that an expiry on record counts whatever the clock says. */
    @Test
    final void a_consent_recorded_as_expired_proves_nothing() {
        ConsentId consent = given();
        ledger().append(new ConsentEvent.HasExpired(consent, NOW), 2).get();

        isRefused(consent, USE, NOW, new ConsentRejection.Expired(NOW.plus(SampleValues.CONSENT_LIFE)));
    }

    /** If it fails, check that taking a consent back counts from the next call on. */
    @Test
    final void a_withdrawn_consent_proves_nothing() {
        ConsentId consent = given();
        ledger().append(new ConsentEvent.WasWithdrawn(consent, NOW), 2).get();

        isRefused(consent, USE, NOW.plus(Duration.ofMinutes(1)), new ConsentRejection.Withdrawn(NOW));
    }

    /** If it fails, check that purposes are compared. */
    @Test
    final void a_consent_for_another_purpose_proves_nothing() {
        Purpose other = Purpose.parse("Marketing").get();
        ConsentUse use = new ConsentUse(USE.session(), USE.subject(), other, USE.recipient(), USE.call());

        isRefused(given(), use, NOW, new ConsentRejection.NotCovering(Gap.PURPOSE));
    }

    /** If it fails, check that recipients are compared: a provider that the consent does not name receives nothing. */
    @Test
    final void a_consent_for_another_recipient_proves_nothing() {
        ProviderId other = new ProviderId("another");
        ConsentUse use = new ConsentUse(USE.session(), USE.subject(), USE.purpose(), other, USE.call());

        isRefused(given(), use, NOW, new ConsentRejection.NotCovering(Gap.RECIPIENT));
    }

    /** If it fails, check that subjects are compared. */
    @Test
    final void a_consent_of_another_person_proves_nothing() {
        SubjectRef other = SubjectRef.parse("customer-4712").get();
        ConsentUse use = new ConsentUse(USE.session(), other, USE.purpose(), USE.recipient(), USE.call());

        isRefused(given(), use, NOW, new ConsentRejection.NotCovering(Gap.SUBJECT));
    }

    /** If it fails, check that a proof whose use lost the race for its position is not handed out. */
    @Test
    final void every_proof_of_a_race_has_its_own_use_on_record() {
        for (int round = 0; round < ROUNDS; round++) {
            ConsentId consent = given();

            List<Either<KycFailure, ConsentProof>> results = Race.run(RUNNERS, runner -> prove(consent, USE));

            assertThat(results).filteredOn(Either::isRight).hasSameSizeAs(uses(consent));
            assertThat(results)
                    .filteredOn(Either::isLeft)
                    .allMatch(busy -> busy.getLeft() instanceof SessionRejection.Busy);
        }
    }

    /** If it fails, check that reading and recording a use is one step as seen by a withdrawal: the chain must make sense. */
    @Test
    final void no_use_follows_a_withdrawal() {
        for (int round = 0; round < ROUNDS; round++) {
            ConsentId consent = given();

            Race.run(
                    2,
                    runner -> runner == 0
                            ? prove(consent, USE).isRight()
                            : ledger().append(new ConsentEvent.WasWithdrawn(consent, NOW), 2)
                                    .isRight());

            assertThat(ledger().events(consent)
                            .subList(2, ledger().events(consent).size()))
                    .as("what followed the consent")
                    .hasSize(1);
        }
    }

    private void isRefused(ConsentId consent, ConsentUse use, Instant now, Rejection because) {
        List<ConsentEvent> before = ledger().events(consent);

        assertThat(ledger().prove(consent, use, now)).isEqualTo(Either.left(because));
        assertThat(ledger().events(consent)).as("nothing recorded").isEqualTo(before);
    }

    private List<ConsentEvent> uses(ConsentId consent) {
        return ledger().events(consent).stream()
                .filter(ConsentEvent.WasUsed.class::isInstance)
                .toList();
    }
}

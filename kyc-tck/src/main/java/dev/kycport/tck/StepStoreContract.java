package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.domain.failure.ConsentRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.OtpRejection;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.identity.AadhaarNumber;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionHeader;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.ports.store.StepStore;
import dev.kycport.ports.store.StepWrites;
import dev.kycport.tck.concurrency.Race;
import dev.kycport.tck.sample.FailingList;
import dev.kycport.tck.sample.SampleValues;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a {@link StepStore} owes whose stores share a transaction: all of a half-step or nothing. The stores under test must
 * reserve numbers.
 */
public abstract class StepStoreContract extends StoresContract {

    private static final int ROUNDS = 20;
    private static final int RUNNERS = 4;
    private static final Instant NOW = SampleValues.NOW;
    private static final Instant UNTIL = NOW.plusSeconds(45);
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final ConsentTerms TERMS = SampleValues.anyTerms(SampleValues.anyProvider());
    private static final IdentityNumber NUMBER =
            AadhaarNumber.parse("999941057058").get();

    private final SessionId other = SampleValues.anySessionId();

    /** For the adapter's test. */
    protected StepStoreContract() {}

    /** If it fails, check that a new session and the first event of its consent are both written. */
    @Test
    final void an_opened_session_is_stored_with_the_question_for_its_consent() {
        SessionSnapshot session = SampleValues.anySnapshot();

        Either<KycFailure, SessionSnapshot> opened = steps().store(opening(session));

        assertThat(opened).isEqualTo(Either.right(session));
        assertThat(found(session)).isEqualTo(session);
        assertThat(trail(session)).isEqualTo(entries(session, "opened"));
        assertThat(events(session)).containsExactly(asked(session));
    }

    /** If it fails, check that the question is taken back, or not asked, if the session cannot be stored. */
    @Test
    final void an_id_that_is_taken_leaves_no_question() {
        SessionSnapshot session = created();

        Either<KycFailure, SessionSnapshot> opened = steps().store(opening(session));

        assertThat(opened).isEqualTo(busy());
        assertThat(events(session)).isEmpty();
        assertThat(trail(session)).isEmpty();
    }

    /** If it fails, check that the proof comes only with everything that the intent writes. */
    @Test
    final void an_intent_is_stored_with_its_use_its_entries_and_its_number() {
        SessionSnapshot session = consented();

        Either<KycFailure, ConsentProof> proof = prove(intent(session, UNTIL));

        assertThat(proof.get().use()).isEqualTo(use(session));
        assertThat(found(session)).isEqualTo(next(session));
        assertThat(trail(session)).isEqualTo(entries(session, "intent"));
        assertThat(events(session)).hasSize(3).last().isEqualTo(used(session));
        assertThat(reserveForAnother()).contains(UNTIL);
    }

    /** If it fails, check that the number is reserved in the transaction of the other parts, and refuses them with itself. */
    @Test
    final void a_number_of_another_session_leaves_neither_a_use_nor_an_intent() {
        SessionSnapshot session = consented();
        underTest().pendingCodes().reserve(NUMBER, other, NOW, UNTIL);

        Either<KycFailure, ConsentProof> proof = prove(intent(session, LATER));

        assertThat(proof).isEqualTo(Either.left(new OtpRejection.ResendTooSoon(UNTIL, Duration.between(NOW, UNTIL))));
        assertNothingWritten(session, 2);
    }

    /** If it fails, check that a conflict on the revision takes back the use and the reservation. */
    @Test
    final void a_session_that_has_changed_leaves_neither_a_use_nor_a_reservation() {
        SessionSnapshot session = consented();
        StepWrites stale = StepWrites.replace(7, next(session), entries(session, "intent"))
                .with(new StepWrites.Reserve(NUMBER, NOW, UNTIL));

        Either<KycFailure, ConsentProof> proof = prove(stale);

        assertThat(proof).isEqualTo(busy());
        assertNothingWritten(session, 2);
        assertThat(reserveForAnother()).isEmpty();
    }

    /** If it fails, check that a conflict on the chain takes back the state and the reservation. */
    @Test
    final void a_chain_that_has_grown_leaves_neither_a_state_nor_a_reservation() {
        SessionSnapshot session = consented();

        Either<KycFailure, SessionSnapshot> stored =
                steps().store(intent(session, UNTIL).with(used(session), 1));

        assertThat(stored).isEqualTo(busy());
        assertNothingWritten(session, 2);
        assertThat(reserveForAnother()).isEmpty();
    }

    /** If it fails, check that a reservation that was there before is restored and not removed. */
    @Test
    final void a_refused_intent_leaves_the_reservation_as_it_was() {
        SessionSnapshot session = consented();
        underTest().pendingCodes().reserve(NUMBER, session.header().id(), NOW, UNTIL);

        Either<KycFailure, SessionSnapshot> stored =
                steps().store(intent(session, LATER).with(used(session), 1));

        assertThat(stored).isEqualTo(busy());
        assertThat(reserveForAnother()).contains(UNTIL);
    }

    /** If it fails, check that an exception in the middle takes back everything. */
    @Test
    final void an_intent_that_breaks_half_way_leaves_nothing() {
        SessionSnapshot session = consented();
        StepWrites breaking = StepWrites.replace(
                        session.header().revision(),
                        next(session),
                        new FailingList<>(entries(session, "half").get(0)))
                .with(new StepWrites.Reserve(NUMBER, NOW, UNTIL));

        assertThatThrownBy(() -> prove(breaking)).isInstanceOf(RuntimeException.class);

        assertNothingWritten(session, 2);
        assertThat(reserveForAnother()).isEmpty();
    }

    /** If it fails, check that the consent is read before anything is written. */
    @Test
    final void a_withdrawn_consent_stores_nothing() {
        SessionSnapshot session = consented();
        underTest()
                .consents()
                .append(new ConsentEvent.WasWithdrawn(session.header().consent(), NOW), 2);

        Either<KycFailure, ConsentProof> proof = prove(intent(session, UNTIL));

        assertThat(proof).isEqualTo(Either.left(new ConsentRejection.Withdrawn(NOW)));
        assertNothingWritten(session, 3);
        assertThat(reserveForAnother()).isEmpty();
    }

    /** If it fails, check that the number is freed in the transaction that stores the outcome. */
    @Test
    final void an_outcome_frees_the_number() {
        SessionSnapshot session = sending();

        steps().store(outcome(session, 0).with(new StepWrites.Release(NUMBER))).get();

        assertThat(found(session)).isEqualTo(next(session));
        assertThat(reserveForAnother()).isEmpty();
    }

    /** If it fails, check that the session's own reservation is extended. */
    @Test
    final void an_outcome_extends_the_reservation() {
        SessionSnapshot session = sending();

        steps().store(outcome(session, 0).with(new StepWrites.Extend(NUMBER, NOW, LATER)))
                .get();

        assertThat(found(session)).isEqualTo(next(session));
        assertThat(reserveForAnother()).contains(LATER);
    }

    /** If it fails, check that an outcome that is not stored changes no reservation either. */
    @Test
    final void an_outcome_that_comes_too_late_changes_no_reservation() {
        SessionSnapshot session = sending();

        Either<KycFailure, SessionSnapshot> late =
                steps().store(outcome(session, 7).with(new StepWrites.Release(NUMBER)));

        assertThat(late).isEqualTo(busy());
        assertNothingWritten(session, 0);
        assertThat(reserveForAnother()).contains(UNTIL);
    }

    /** If it fails, check that a reservation that lapsed meanwhile does not lose the outcome, nor take the number back. */
    @Test
    final void an_outcome_is_stored_although_the_number_is_another_sessions_by_now() {
        SessionSnapshot session = created();
        underTest().pendingCodes().reserve(NUMBER, other, NOW, UNTIL);

        steps().store(outcome(session, 0).with(new StepWrites.Extend(NUMBER, NOW, LATER)))
                .get();

        assertThat(found(session)).isEqualTo(next(session));
        assertThat(underTest().pendingCodes().reserve(NUMBER, session.header().id(), NOW, LATER))
                .contains(UNTIL);
    }

    /** If it fails, check that the losers of a race leave no use behind: each use stands for one call. */
    @Test
    final void of_many_intents_of_one_session_exactly_one_is_stored() {
        for (int round = 0; round < ROUNDS; round++) {
            SessionSnapshot session = consented();

            List<Either<KycFailure, ConsentProof>> proofs = Race.run(
                    RUNNERS,
                    runner -> prove(StepWrites.replace(0, next(session), entries(session, "runner-" + runner))));

            assertThat(proofs).filteredOn(Either::isRight).hasSize(1);
            assertThat(events(session)).hasSize(3);
            assertThat(trail(session)).hasSize(1);
        }
    }

    /** If it fails, check that a chain that has grown is read again: the sessions of one consent do not refuse each other. */
    @Test
    final void intents_of_several_sessions_with_one_consent_are_all_stored() {
        for (int round = 0; round < ROUNDS; round++) {
            SessionSnapshot first = consented();
            List<SessionSnapshot> others = Stream.generate(() -> withConsentOf(first))
                    .limit(RUNNERS - 1)
                    .toList();
            others.forEach(session -> underTest().sessions().create(session, List.of()));
            List<SessionSnapshot> sessions =
                    Stream.concat(Stream.of(first), others.stream()).toList();

            List<Either<KycFailure, ConsentProof>> proofs =
                    Race.run(RUNNERS, runner -> prove(StepWrites.replace(0, next(sessions.get(runner)), List.of())));

            assertThat(proofs).allMatch(Either::isRight);
            assertThat(events(first)).hasSize(2 + RUNNERS);
        }
    }

    private StepStore steps() {
        return underTest().steps();
    }

    private Either<KycFailure, ConsentProof> prove(StepWrites intent) {
        return steps().prove(use(intent.session().next()), NOW, intent);
    }

    private void assertNothingWritten(SessionSnapshot session, int events) {
        assertThat(found(session)).isEqualTo(session);
        assertThat(trail(session)).isEmpty();
        assertThat(events(session)).hasSize(events);
    }

    /** Empty if the number was free. */
    private Optional<Instant> reserveForAnother() {
        return underTest().pendingCodes().reserve(NUMBER, SampleValues.anySessionId(), NOW, UNTIL);
    }

    private SessionSnapshot found(SessionSnapshot session) {
        return underTest().sessions().find(session.header().id()).orElseThrow();
    }

    private List<ConsentEvent> events(SessionSnapshot session) {
        return steps().events(session.header().consent());
    }

    /** A stored session whose consent is given. */
    private SessionSnapshot consented() {
        SessionSnapshot session = created();
        ConsentId consent = session.header().consent();
        underTest().consents().append(asked(session), 0).get();
        underTest()
                .consents()
                .append(new ConsentEvent.WasGiven(consent, NOW, ConsentMethod.CHECKBOX, Duration.ofHours(1)), 1)
                .get();
        return session;
    }

    /** A stored session that holds the number. */
    private SessionSnapshot sending() {
        SessionSnapshot session = created();
        underTest().pendingCodes().reserve(NUMBER, session.header().id(), NOW, UNTIL);
        return session;
    }

    /** Another session of the same consent. */
    private static SessionSnapshot withConsentOf(SessionSnapshot session) {
        SessionHeader header = session.header();
        return SessionSnapshot.of(KycSession.open(new SessionHeader(
                SampleValues.anySessionId(),
                header.flow(),
                header.provider(),
                header.subject(),
                header.consent(),
                header.purpose(),
                header.openedAt(),
                header.expiresAt(),
                0)));
    }

    private static StepWrites opening(SessionSnapshot session) {
        return StepWrites.create(session, entries(session, "opened")).with(asked(session), 0);
    }

    private static StepWrites intent(SessionSnapshot session, Instant until) {
        return StepWrites.replace(0, next(session), entries(session, "intent"))
                .with(new StepWrites.Reserve(NUMBER, NOW, until));
    }

    private static StepWrites outcome(SessionSnapshot session, long revision) {
        return StepWrites.replace(revision, next(session), entries(session, "outcome"));
    }

    private static ConsentEvent asked(SessionSnapshot session) {
        return new ConsentEvent.WasAsked(session.header().consent(), NOW, TERMS);
    }

    private static ConsentEvent used(SessionSnapshot session) {
        return new ConsentEvent.WasUsed(session.header().consent(), NOW, use(session));
    }

    private static ConsentUse use(SessionSnapshot session) {
        return new ConsentUse(
                session.header().id(),
                TERMS.subject(),
                TERMS.purpose(),
                SampleValues.anyProvider(),
                ProviderCall.SEND_CODE);
    }

    private static SessionSnapshot next(SessionSnapshot session) {
        return SampleValues.successorsOf(session).get(0);
    }

    private static <T> Either<KycFailure, T> busy() {
        return Either.left(new SessionRejection.Busy());
    }
}

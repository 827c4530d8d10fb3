package dev.kycport.tck;

import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.ports.store.StepWrites;
import dev.kycport.ports.store.Stores;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Every way to tear a half-step that its contract claims to notice. */
enum BrokenStepStores {
    WRITES_ONE_STORE_AFTER_THE_OTHER(
            () -> new ToyStores().withLedger(new ToyLedger()),
            "an_id_that_is_taken_leaves_no_question",
            "a_session_that_has_changed_leaves_neither_a_use_nor_a_reservation",
            "a_chain_that_has_grown_leaves_neither_a_state_nor_a_reservation",
            "a_refused_intent_leaves_the_reservation_as_it_was",
            "an_intent_that_breaks_half_way_leaves_nothing",
            "of_many_intents_of_one_session_exactly_one_is_stored"),
    FORGETS_THE_CONSENT(
            () -> new ToyStepStore() {
                @Override
                void writeConsent(StepWrites writes) {}
            }.asStores(),
            "an_opened_session_is_stored_with_the_question_for_its_consent",
            "an_intent_is_stored_with_its_use_its_entries_and_its_number",
            "intents_of_several_sessions_with_one_consent_are_all_stored"),
    FORGETS_THE_NUMBER(
            () -> new ToyStepStore() {
                @Override
                void writeNumber(StepWrites writes) {}
            }.asStores(),
            "an_intent_is_stored_with_its_use_its_entries_and_its_number",
            "an_outcome_frees_the_number",
            "an_outcome_extends_the_reservation"),
    IGNORES_WHO_HOLDS_THE_NUMBER(
            () -> new ToyStepStore() {
                @Override
                Optional<KycFailure> findRefusal(StepWrites writes) {
                    return grown(writes).or(() -> changed(writes));
                }
            }.asStores(),
            "a_number_of_another_session_leaves_neither_a_use_nor_an_intent"),
    IGNORES_THE_CHAIN(
            () -> new ToyStepStore() {
                @Override
                Optional<KycFailure> findRefusal(StepWrites writes) {
                    return taken(writes).or(() -> changed(writes));
                }
            }.asStores(),
            "a_chain_that_has_grown_leaves_neither_a_state_nor_a_reservation",
            "a_refused_intent_leaves_the_reservation_as_it_was"),
    IGNORES_THE_REVISION(
            () -> new ToyStepStore() {
                @Override
                Optional<KycFailure> findRefusal(StepWrites writes) {
                    return taken(writes).or(() -> grown(writes));
                }
            }.asStores(),
            "an_id_that_is_taken_leaves_no_question",
            "a_session_that_has_changed_leaves_neither_a_use_nor_a_reservation",
            "an_outcome_that_comes_too_late_changes_no_reservation"),
    KEEPS_THE_USE_OF_A_LOSER(
            () -> new ToyStepStore() {
                @Override
                public Either<KycFailure, SessionSnapshot> store(StepWrites writes) {
                    boolean late = writes.session().expectedRevision().isPresent()
                            && changed(writes).isPresent();
                    if (late) {
                        writeConsent(writes);
                    }
                    return super.store(writes);
                }
            }.asStores(),
            "a_session_that_has_changed_leaves_neither_a_use_nor_a_reservation",
            "of_many_intents_of_one_session_exactly_one_is_stored"),
    KEEPS_THE_NUMBER_OF_A_LOSER(
            () -> new ToyStepStore() {
                @Override
                public Either<KycFailure, SessionSnapshot> store(StepWrites writes) {
                    writeNumber(writes);
                    return super.store(writes);
                }
            }.asStores(),
            "a_session_that_has_changed_leaves_neither_a_use_nor_a_reservation",
            "a_chain_that_has_grown_leaves_neither_a_state_nor_a_reservation",
            "a_refused_intent_leaves_the_reservation_as_it_was",
            "an_intent_that_breaks_half_way_leaves_nothing",
            "an_outcome_that_comes_too_late_changes_no_reservation"),
    LOSES_AN_OUTCOME_WITH_ITS_NUMBER(
            () -> new ToyStepStore() {
                @Override
                Optional<KycFailure> findRefusal(StepWrites writes) {
                    Optional<StepWrites> asReservation = writes.number()
                            .filter(StepWrites.Extend.class::isInstance)
                            .map(StepWrites.Extend.class::cast)
                            .map(number ->
                                    writes.with(new StepWrites.Reserve(number.number(), number.now(), number.until())));
                    return super.findRefusal(asReservation.orElse(writes));
                }
            }.asStores(),
            "an_outcome_is_stored_although_the_number_is_another_sessions_by_now"),
    KEEPS_THE_NUMBER_OF_A_REFUSED_CONSENT(
            () -> new ToyStepStore() {
                @Override
                public Either<KycFailure, ConsentProof> prove(ConsentUse use, Instant now, StepWrites intent) {
                    return super.prove(use, now, intent).peekLeft(refusal -> writeNumber(intent));
                }
            }.asStores(),
            "a_withdrawn_consent_stores_nothing"),
    GIVES_UP_ON_A_CHAIN_THAT_HAS_GROWN(
            () -> new ToyStepStore() {
                private final Rendezvous rendezvous = new Rendezvous();

                @Override
                public Either<KycFailure, ConsentProof> prove(ConsentUse use, Instant now, StepWrites intent) {
                    ConsentId consent = intent.session().next().header().consent();
                    int position = events(consent).size();
                    rendezvous.meet();
                    synchronized (ledger) {
                        return position == events(consent).size() ? super.prove(use, now, intent) : ToyStores.busy();
                    }
                }
            }.asStores(),
            "intents_of_several_sessions_with_one_consent_are_all_stored");

    final Supplier<Stores> stores;
    final Set<String> caughtBy;

    BrokenStepStores(Supplier<Stores> stores, String... caughtBy) {
        this.stores = stores;
        this.caughtBy = Set.of(caughtBy);
    }
}

package dev.kycport.tck;

import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.tck.sample.SampleValues;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Every way to get a consent ledger wrong that its contract claims to notice. */
enum BrokenLedgers {
    ACKNOWLEDGES_WITHOUT_STORING("an_appended_event_is_on_record", () -> new ToyLedger() {
        @Override
        public Either<KycFailure, ConsentEvent> append(ConsentEvent event, int position) {
            return Either.right(event);
        }
    }),
    SHOWS_EVERYBODYS_EVENTS(
            BrokenLedgers::shared, "an_unknown_consent_has_no_events", "consents_do_not_touch_each_other"),
    ROUNDS_THE_VALIDITY("every_event_is_restored_as_it_was", () -> new ToyLedger() {
        @Override
        public List<ConsentEvent> events(ConsentId consent) {
            return super.events(consent).stream().map(BrokenLedgers::rounded).toList();
        }
    }),
    ACCEPTS_A_TAKEN_POSITION("a_taken_position_is_busy_and_adds_nothing", () -> new ToyLedger() {
        @Override
        public Either<KycFailure, ConsentEvent> append(ConsentEvent event, int position) {
            return add(event);
        }
    }),
    LETS_A_USE_FOLLOW_A_WITHDRAWAL("no_use_follows_a_withdrawal", () -> new ToyLedger() {
        private final Rendezvous rendezvous = new Rendezvous();

        @Override
        public Either<KycFailure, ConsentEvent> append(ConsentEvent event, int position) {
            boolean free = events(event.consent()).size() == position;
            if (free && position == 2) {
                rendezvous.meet();
            }
            return free ? add(event) : ToyStores.busy();
        }
    }),
    ACCEPTS_HOLES("a_position_beyond_the_end_is_busy_and_adds_nothing", () -> new ToyLedger() {
        @Override
        public Either<KycFailure, ConsentEvent> append(ConsentEvent event, int position) {
            return position >= events(event.consent()).size() ? add(event) : ToyStores.busy();
        }
    }),
    SHOWS_AN_EVENT_THAT_IT_REFUSED("a_consent_that_was_not_stored_proves_nothing", () -> new ToyLedger() {
        @Override
        public Either<KycFailure, ConsentEvent> append(ConsentEvent event, int position) {
            return events(event.consent()).size() == position
                    ? add(event)
                    : add(event).flatMap(added -> ToyStores.busy());
        }
    }),
    HANDS_OUT_THE_LIST_ITSELF("a_list_handed_out_is_no_way_in", () -> new ToyLedger() {
        @Override
        public List<ConsentEvent> events(ConsentId consent) {
            return inner(consent);
        }
    }),
    LOSES_A_CONCURRENT_EVENT("of_many_events_at_one_position_exactly_one_wins", () -> new ToyLedger() {
        private final Rendezvous rendezvous = new Rendezvous();

        @Override
        public Either<KycFailure, ConsentEvent> append(ConsentEvent event, int position) {
            boolean free = events(event.consent()).size() == position;
            if (free && position == 2) {
                rendezvous.meet();
            }
            return free ? add(event) : ToyStores.busy();
        }
    }),
    ALLOWS_ONE_USE_ONLY("a_consent_can_be_used_again", () -> new ToyLedger() {
        @Override
        public Either<KycFailure, ConsentProof> prove(ConsentId consent, ConsentUse use, Instant now) {
            return events(consent).size() > 2
                    ? Either.left(new SessionRejection.Busy())
                    : super.prove(consent, use, now);
        }
    }),
    PROVES_WHATEVER_IS_ON_RECORD(
            BrokenLedgers::credulous,
            "a_proof_leaves_its_use_on_record",
            "every_proof_of_a_race_has_its_own_use_on_record",
            "an_unknown_consent_proves_nothing",
            "an_unanswered_consent_proves_nothing",
            "a_declined_consent_proves_nothing",
            "an_expired_consent_proves_nothing",
            "a_consent_recorded_as_expired_proves_nothing",
            "a_withdrawn_consent_proves_nothing",
            "a_consent_for_another_purpose_proves_nothing",
            "a_consent_for_another_recipient_proves_nothing",
            "a_consent_of_another_person_proves_nothing"),
    RECORDS_A_USE_THAT_IT_REFUSES("a_withdrawn_consent_proves_nothing", () -> new ToyLedger() {
        @Override
        public Either<KycFailure, ConsentProof> prove(ConsentId consent, ConsentUse use, Instant now) {
            return super.prove(consent, use, now).peekLeft(refusal -> add(new ConsentEvent.WasUsed(consent, now, use)));
        }
    });

    final Set<String> caughtBy;
    final Supplier<ToyLedger> ledger;

    BrokenLedgers(String caughtBy, Supplier<ToyLedger> ledger) {
        this(ledger, caughtBy);
    }

    BrokenLedgers(Supplier<ToyLedger> ledger, String... caughtBy) {
        this.caughtBy = Set.of(caughtBy);
        this.ledger = ledger;
    }

    private static ToyLedger shared() {
        return new ToyLedger() {
            @Override
            public List<ConsentEvent> events(ConsentId consent) {
                return all();
            }
        };
    }

    /** A ledger that hands out proofs whatever it has on record. */
    private static ToyLedger credulous() {
        return new ToyLedger() {
            @Override
            public Either<KycFailure, ConsentProof> prove(ConsentId consent, ConsentUse use, Instant now) {
                ConsentTerms terms = new ConsentTerms(
                        SampleValues.anyNotice(),
                        use.purpose(),
                        Set.of("name"),
                        Set.of(use.recipient()),
                        use.subject());
                ToyLedger forged = new ToyLedger();
                forged.add(new ConsentEvent.WasAsked(consent, now, terms));
                forged.add(new ConsentEvent.WasGiven(consent, now, ConsentMethod.BUTTON, SampleValues.CONSENT_LIFE));
                return forged.prove(consent, use, now);
            }
        };
    }

    private static ConsentEvent rounded(ConsentEvent event) {
        return event instanceof ConsentEvent.WasGiven given
                ? new ConsentEvent.WasGiven(
                        given.consent(),
                        given.at(),
                        given.method(),
                        given.validFor().plusMinutes(1))
                : event;
    }
}

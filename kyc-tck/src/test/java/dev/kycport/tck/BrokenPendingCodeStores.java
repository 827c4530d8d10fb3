package dev.kycport.tck;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.tck.sample.SampleValues;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Every way to get a store of pending codes wrong that its contract claims to notice. */
enum BrokenPendingCodeStores {
    TELLS_NO_NUMBERS_APART("a_number_that_nobody_holds_is_free", () -> new ToyPendingCodeStore() {
        @Override
        boolean isOf(Reservation reservation, IdentityNumber number) {
            return true;
        }
    }),
    REMEMBERS_NOTHING(
            "a_number_that_another_session_holds_is_refused_with_the_instant_from_which_it_is_free",
            () -> new ToyPendingCodeStore() {
                @Override
                public Optional<Instant> reserve(IdentityNumber number, SessionId session, Instant now, Instant until) {
                    return Optional.empty();
                }
            }),
    HANDS_OVER_WHAT_IT_REFUSES("a_refused_claim_changes_nothing", () -> new ToyPendingCodeStore() {
        @Override
        public Optional<Instant> reserve(IdentityNumber number, SessionId session, Instant now, Instant until) {
            Optional<Instant> taken = super.reserve(number, session, now, until);
            keep(new Reservation(number, session, until));
            return taken;
        }
    }),
    STANDS_IN_THE_HOLDERS_OWN_WAY("a_session_may_claim_again_what_it_holds", () -> new ToyPendingCodeStore() {
        @Override
        public Optional<Instant> reserve(IdentityNumber number, SessionId session, Instant now, Instant until) {
            Optional<Instant> taken = taken(number, SampleValues.anySessionId(), now);
            return taken.isPresent() ? taken : super.reserve(number, session, now, until);
        }
    }),
    LAPSES_A_MOMENT_TOO_LATE("a_claim_lapses_with_its_window", () -> new ToyPendingCodeStore() {
        @Override
        boolean isOpen(Reservation reservation, Instant now) {
            return !now.isAfter(reservation.until());
        }
    }),
    GIVES_NOTHING_BACK("a_number_that_was_given_back_is_free", () -> new ToyPendingCodeStore() {
        @Override
        public void release(IdentityNumber number, SessionId session) {
            // Waits for the window to close.
        }
    }),
    GIVES_BACK_WHAT_OTHERS_HOLD("nobody_gives_back_what_another_session_holds", () -> new ToyPendingCodeStore() {
        @Override
        public void release(IdentityNumber number, SessionId session) {
            drop(number);
        }
    }),
    CLAIMS_TWICE_IN_A_RACE("of_many_who_claim_a_number_at_once_exactly_one_gets_it", () -> new ToyPendingCodeStore() {
        private final Rendezvous rendezvous = new Rendezvous();

        @Override
        public Optional<Instant> reserve(IdentityNumber number, SessionId session, Instant now, Instant until) {
            Optional<Instant> taken = taken(number, session, now);
            if (taken.isEmpty()) {
                rendezvous.meet();
                keep(new Reservation(number, session, until));
            }
            return taken;
        }
    }),
    PRINTS_THE_NUMBER("the_number_is_nowhere_to_be_read", () -> new ToyPendingCodeStore() {
        private String last = "nobody";

        @Override
        public Optional<Instant> reserve(IdentityNumber number, SessionId session, Instant now, Instant until) {
            last = number.reveal();
            return super.reserve(number, session, now, until);
        }

        @Override
        public String toString() {
            return "last asked for: " + last;
        }
    });

    final String caughtBy;
    final Supplier<ToyPendingCodeStore> pending;

    BrokenPendingCodeStores(String caughtBy, Supplier<ToyPendingCodeStore> pending) {
        this.caughtBy = caughtBy;
        this.pending = pending;
    }
}

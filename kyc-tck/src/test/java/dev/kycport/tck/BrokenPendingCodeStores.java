package dev.kycport.tck;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.identity.IdentityNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Every way to get a store of pending codes wrong that its contract claims to notice. */
enum BrokenPendingCodeStores {
    TELLS_NO_NUMBERS_APART("a_number_that_nobody_holds_is_free", () -> new ToyPending() {
        @Override
        boolean isOf(Claim claim, IdentityNumber number) {
            return true;
        }
    }),
    REMEMBERS_NOTHING(
            "a_number_that_another_session_holds_is_refused_with_the_instant_from_which_it_is_free",
            () -> new ToyPending() {
                @Override
                public Optional<Instant> claim(IdentityNumber number, SessionId session, Instant now, Instant until) {
                    return Optional.empty();
                }
            }),
    HANDS_OVER_WHAT_IT_REFUSES("a_refused_claim_changes_nothing", () -> new ToyPending() {
        @Override
        public Optional<Instant> claim(IdentityNumber number, SessionId session, Instant now, Instant until) {
            Optional<Instant> taken = super.claim(number, session, now, until);
            keep(new Claim(number, session, until));
            return taken;
        }
    }),
    STANDS_IN_THE_HOLDERS_OWN_WAY("a_session_may_claim_again_what_it_holds", () -> new ToyPending() {
        @Override
        public Optional<Instant> claim(IdentityNumber number, SessionId session, Instant now, Instant until) {
            Optional<Instant> taken = taken(number, Sample.anySessionId(), now);
            return taken.isPresent() ? taken : super.claim(number, session, now, until);
        }
    }),
    LAPSES_A_MOMENT_TOO_LATE("a_claim_lapses_with_its_window", () -> new ToyPending() {
        @Override
        boolean isOpen(Claim claim, Instant now) {
            return !now.isAfter(claim.until());
        }
    }),
    GIVES_NOTHING_BACK("a_number_that_was_given_back_is_free", () -> new ToyPending() {
        @Override
        public void release(IdentityNumber number, SessionId session) {
            // Waits for the window to close.
        }
    }),
    GIVES_BACK_WHAT_OTHERS_HOLD("nobody_gives_back_what_another_session_holds", () -> new ToyPending() {
        @Override
        public void release(IdentityNumber number, SessionId session) {
            drop(number);
        }
    }),
    CLAIMS_TWICE_IN_A_RACE("of_many_who_claim_a_number_at_once_exactly_one_gets_it", () -> new ToyPending() {
        private final Meeting meeting = new Meeting();

        @Override
        public Optional<Instant> claim(IdentityNumber number, SessionId session, Instant now, Instant until) {
            Optional<Instant> taken = taken(number, session, now);
            if (taken.isEmpty()) {
                meeting.attend();
                keep(new Claim(number, session, until));
            }
            return taken;
        }
    }),
    PRINTS_THE_NUMBER("the_number_is_nowhere_to_be_read", () -> new ToyPending() {
        private String last = "nobody";

        @Override
        public Optional<Instant> claim(IdentityNumber number, SessionId session, Instant now, Instant until) {
            last = number.reveal();
            return super.claim(number, session, now, until);
        }

        @Override
        public String toString() {
            return "last asked for: " + last;
        }
    });

    final String caughtBy;
    final Supplier<ToyPending> pending;

    BrokenPendingCodeStores(String caughtBy, Supplier<ToyPending> pending) {
        this.caughtBy = caughtBy;
        this.pending = pending;
    }
}

package dev.kycport.domain.consent;

import dev.kycport.domain.consent.ConsentEvent.HasExpired;
import dev.kycport.domain.consent.ConsentEvent.WasAsked;
import dev.kycport.domain.consent.ConsentEvent.WasDeclined;
import dev.kycport.domain.consent.ConsentEvent.WasGiven;
import dev.kycport.domain.consent.ConsentEvent.WasUsed;
import dev.kycport.domain.consent.ConsentEvent.WasWithdrawn;
import java.util.List;
import java.util.Optional;

/** Replays the events of a consent. States come only from moves, so a damaged history cannot lead to a valid state. */
public final class ConsentHistory {

    private ConsentHistory() {}

    /**
     * The state that these events lead to.
     *
     * @param events all events of one consent, oldest first, starting with {@link WasAsked}
     * @throws IllegalArgumentException if they cannot have happened in this order: the ledger is damaged
     */
    public static Consent replay(List<ConsentEvent> events) {
        Optional<Consent> state = Optional.empty();
        for (ConsentEvent event : events) {
            state = Optional.of(next(state, event));
        }
        return state.orElseThrow(ConsentHistory::notAsked);
    }

    /**
     * The state that this event leads to.
     *
     * @param before the state it happened in; empty before the first event of a consent
     * @throws IllegalArgumentException if it cannot have happened then
     */
    public static Consent next(Optional<Consent> before, ConsentEvent event) {
        return before.map(state -> next(state, event)).orElseGet(() -> first(event));
    }

    private static Consent first(ConsentEvent event) {
        if (event instanceof WasAsked asked) {
            return Consent.ask(asked.consent(), asked.terms(), asked.at());
        }
        throw notAsked();
    }

    private static Consent next(Consent state, ConsentEvent event) {
        if (!event.consent().equals(state.id())) {
            throw new IllegalArgumentException("the history contains an event of another consent");
        }
        return event.match(new Transition(state));
    }

    private static IllegalArgumentException notAsked() {
        return new IllegalArgumentException("the first event of a consent must be WasAsked");
    }

    /** The state after an event; throws if the event cannot follow the state. */
    private record Transition(Consent state) implements ConsentEvent.Cases<Consent> {

        @Override
        public Consent asked(WasAsked event) {
            throw outOfOrder(event);
        }

        @Override
        public Consent given(WasGiven event) {
            return require(Consent.Asked.class, event).give(event.method(), event.validFor(), event.at());
        }

        @Override
        public Consent declined(WasDeclined event) {
            return require(Consent.Asked.class, event).decline(event.at());
        }

        @Override
        public Consent used(WasUsed event) {
            return require(Consent.Given.class, event);
        }

        @Override
        public Consent withdrawn(WasWithdrawn event) {
            return state instanceof Consent.Expired expired
                    ? expired.withdraw(event.at())
                    : require(Consent.Given.class, event).withdraw(event.at());
        }

        @Override
        public Consent expired(HasExpired event) {
            return require(Consent.Given.class, event).expire();
        }

        private <S extends Consent> S require(Class<S> expected, ConsentEvent event) {
            if (!expected.isInstance(state)) {
                throw outOfOrder(event);
            }
            return expected.cast(state);
        }

        private IllegalArgumentException outOfOrder(ConsentEvent event) {
            return new IllegalArgumentException(event.getClass().getSimpleName() + " cannot follow "
                    + state.getClass().getSimpleName());
        }
    }
}

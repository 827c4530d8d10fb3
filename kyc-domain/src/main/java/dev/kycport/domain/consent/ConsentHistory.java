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
        return event.match(state.match(EventsAfter.STATE));
    }

    private static IllegalArgumentException notAsked() {
        return new IllegalArgumentException("the first event of a consent must be WasAsked");
    }

    /** What each event makes of a state. A new state does not compile until it says here which events can follow it. */
    private enum EventsAfter implements Consent.Cases<ConsentEvent.Cases<Consent>> {
        STATE;

        @Override
        public ConsentEvent.Cases<Consent> asked(Consent.Asked consent) {
            return new AfterAsked(consent);
        }

        @Override
        public ConsentEvent.Cases<Consent> given(Consent.Given consent) {
            return new AfterGiven(consent);
        }

        @Override
        public ConsentEvent.Cases<Consent> declined(Consent.Declined consent) {
            return new OutOfOrder(consent);
        }

        @Override
        public ConsentEvent.Cases<Consent> withdrawn(Consent.Withdrawn consent) {
            return new OutOfOrder(consent);
        }

        @Override
        public ConsentEvent.Cases<Consent> expired(Consent.Expired consent) {
            return new AfterExpired(consent);
        }
    }

    private static final class AfterAsked extends OutOfOrder {

        private final Consent.Asked asked;

        AfterAsked(Consent.Asked asked) {
            super(asked);
            this.asked = asked;
        }

        @Override
        public Consent given(WasGiven event) {
            return asked.give(event.method(), event.validFor(), event.at());
        }

        @Override
        public Consent declined(WasDeclined event) {
            return asked.decline(event.at());
        }
    }

    private static final class AfterGiven extends OutOfOrder {

        private final Consent.Given given;

        AfterGiven(Consent.Given given) {
            super(given);
            this.given = given;
        }

        @Override
        public Consent used(WasUsed event) {
            return given;
        }

        @Override
        public Consent withdrawn(WasWithdrawn event) {
            return given.withdraw(event.at());
        }

        @Override
        public Consent expired(HasExpired event) {
            return given.expire();
        }
    }

    private static final class AfterExpired extends OutOfOrder {

        private final Consent.Expired expired;

        AfterExpired(Consent.Expired expired) {
            super(expired);
            this.expired = expired;
        }

        @Override
        public Consent withdrawn(WasWithdrawn event) {
            return expired.withdraw(event.at());
        }
    }

    /** No event can follow. */
    private static class OutOfOrder implements ConsentEvent.Cases<Consent> {

        private final Consent state;

        OutOfOrder(Consent state) {
            this.state = state;
        }

        @Override
        public Consent asked(WasAsked event) {
            throw outOfOrder(event);
        }

        @Override
        public Consent given(WasGiven event) {
            throw outOfOrder(event);
        }

        @Override
        public Consent declined(WasDeclined event) {
            throw outOfOrder(event);
        }

        @Override
        public Consent used(WasUsed event) {
            throw outOfOrder(event);
        }

        @Override
        public Consent withdrawn(WasWithdrawn event) {
            throw outOfOrder(event);
        }

        @Override
        public Consent expired(HasExpired event) {
            throw outOfOrder(event);
        }

        private IllegalArgumentException outOfOrder(ConsentEvent event) {
            return new IllegalArgumentException(event.getClass().getSimpleName() + " cannot follow "
                    + state.getClass().getSimpleName());
        }
    }
}

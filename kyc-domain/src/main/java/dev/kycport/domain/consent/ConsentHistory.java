package dev.kycport.domain.consent;

import dev.kycport.domain.consent.ConsentEvent.HasExpired;
import dev.kycport.domain.consent.ConsentEvent.WasAsked;
import dev.kycport.domain.consent.ConsentEvent.WasDeclined;
import dev.kycport.domain.consent.ConsentEvent.WasGiven;
import dev.kycport.domain.consent.ConsentEvent.WasWithdrawn;
import java.util.List;
import java.util.Optional;

/** A consent as its ledger tells it: the state is what the moves make of the events, so no other way to a state exists. */
public final class ConsentHistory {

    private ConsentHistory() {}

    /**
     * The state that these events led to.
     *
     * @param events all events of one consent, oldest first, starting with {@link WasAsked}
     * @throws IllegalArgumentException if they cannot have happened in this order: the ledger is damaged
     */
    public static Consent replay(List<ConsentEvent> events) {
        Optional<Consent> state = Optional.empty();
        for (ConsentEvent event : events) {
            state = Optional.of(next(state, event));
        }
        return state.orElseThrow(ConsentHistory::unasked);
    }

    /**
     * The state that this event leads to.
     *
     * @param before the state it happened in; empty before the first event of a consent
     * @throws IllegalArgumentException if it cannot have happened then
     */
    public static Consent next(Optional<Consent> before, ConsentEvent event) {
        return before.map(state -> next(state, event)).orElseGet(() -> asked(event));
    }

    private static Consent asked(ConsentEvent event) {
        if (event instanceof WasAsked asked) {
            return Consent.ask(asked.consent(), asked.terms(), asked.at());
        }
        throw unasked();
    }

    private static Consent next(Consent state, ConsentEvent event) {
        if (!event.consent().equals(state.id())) {
            throw new IllegalArgumentException("an event of another consent stands in this history");
        }
        return state instanceof Consent.Asked asked ? answered(asked, event) : ended(state, event);
    }

    private static Consent answered(Consent.Asked asked, ConsentEvent event) {
        if (event instanceof WasGiven given) {
            return asked.give(given.method(), given.validFor(), given.at());
        }
        if (event instanceof WasDeclined declined) {
            return asked.decline(declined.at());
        }
        throw outOfOrder(asked, event);
    }

    private static Consent ended(Consent state, ConsentEvent event) {
        if (state instanceof Consent.Given given) {
            if (event instanceof ConsentEvent.WasUsed) {
                return given;
            }
            if (event instanceof WasWithdrawn withdrawn) {
                return given.withdraw(withdrawn.at());
            }
            if (event instanceof HasExpired) {
                return given.expire();
            }
        }
        if (state instanceof Consent.Expired expired && event instanceof WasWithdrawn withdrawn) {
            return expired.withdraw(withdrawn.at());
        }
        throw outOfOrder(state, event);
    }

    private static IllegalArgumentException unasked() {
        return new IllegalArgumentException("a consent's history starts with its question");
    }

    private static IllegalArgumentException outOfOrder(Consent state, ConsentEvent event) {
        return new IllegalArgumentException(event.getClass().getSimpleName() + " cannot follow "
                + state.getClass().getSimpleName());
    }
}

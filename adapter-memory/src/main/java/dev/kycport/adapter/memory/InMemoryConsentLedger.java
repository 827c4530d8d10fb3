package dev.kycport.adapter.memory;

import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentHistory;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.ports.store.ConsentLedger;
import dev.kycport.ports.store.StoreUnavailableException;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Consents under one lock. When it is full, a consent that was declined, withdrawn or is expired makes room for a new one, and
 * so does one whose question nobody answered for a day; one that still allows calls never does.
 */
final class InMemoryConsentLedger implements ConsentLedger {

    static final int MAX_CONSENTS = 500_000;
    static final int MAX_EVENTS = 10_000;

    private static final Duration MAX_QUESTION_AGE = Duration.ofDays(1);

    private final BoundedMap<ConsentId, List<ConsentEvent>> chains;

    InMemoryConsentLedger(int most) {
        this.chains = new BoundedMap<>("consents", most);
    }

    @Override
    public synchronized List<ConsentEvent> events(ConsentId consent) {
        return chains.find(consent).map(List::copyOf).orElseGet(List::of);
    }

    @Override
    public synchronized Either<KycFailure, ConsentEvent> append(ConsentEvent event, int position) {
        List<ConsentEvent> chain = chains.find(event.consent()).orElseGet(ArrayList::new);
        if (chain.size() != position) {
            return Either.left(new SessionRejection.Busy());
        }
        makeRoom(chain, event.at());
        chain.add(event);
        chains.put(event.consent(), chain, isLast(event));
        return Either.right(event);
    }

    /** Undoes the last append, of a half-step that was not stored as a whole. */
    synchronized void removeLast(ConsentId consent) {
        List<ConsentEvent> chain = chains.find(consent).orElseThrow();
        chain.remove(chain.size() - 1);
        if (chain.isEmpty()) {
            chains.remove(consent);
        } else {
            chains.put(consent, chain, isLast(chain.get(chain.size() - 1)));
        }
    }

    /** Whether it was taken back, which is the last thing that happens to a consent. */
    synchronized boolean isWithdrawn(ConsentId consent) {
        return chains.find(consent)
                .filter(chain -> chain.get(chain.size() - 1) instanceof ConsentEvent.WasWithdrawn)
                .isPresent();
    }

    private void makeRoom(List<ConsentEvent> chain, Instant now) {
        if (chain.isEmpty()) {
            chains.makeRoom(oldest -> isStale(oldest, now));
        }
        if (chain.size() >= MAX_EVENTS) {
            throw new StoreUnavailableException(
                    "the memory store keeps at most " + MAX_EVENTS + " events of a consent");
        }
    }

    private static boolean isLast(ConsentEvent event) {
        return event instanceof ConsentEvent.WasDeclined
                || event instanceof ConsentEvent.WasWithdrawn
                || event instanceof ConsentEvent.HasExpired;
    }

    private static boolean isStale(List<ConsentEvent> chain, Instant now) {
        Consent consent = ConsentHistory.replay(chain);
        if (consent instanceof Consent.Given given) {
            return !now.isBefore(given.validUntil());
        }
        return !(consent instanceof Consent.Asked asked)
                || !now.isBefore(asked.askedAt().plus(MAX_QUESTION_AGE));
    }
}

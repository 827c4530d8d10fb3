package dev.kycport.adapter.jdbc.internal.consent;

import dev.kycport.adapter.jdbc.internal.json.StoredConsentEventJson;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentHistory;
import dev.kycport.ports.store.ConsentLedgerReader.ChainBreak;
import dev.kycport.ports.store.StoreUnavailableException;
import java.time.DateTimeException;
import java.util.Optional;

/** Verifies the entries of all chains in order, up to the first that is not as it was written. */
final class HashChainVerifier {

    private long consents;
    private long entries;
    private String consent = "";
    private int position;
    private String previousHash = "";
    private Optional<Consent> state = Optional.empty();
    private Optional<ChainBreak> broken = Optional.empty();

    /** Verifies the next entry, unless an earlier one was broken. */
    void check(LedgerEntry link) {
        if (broken.isEmpty()) {
            if (!link.consent().equals(consent)) {
                startConsent(link.consent());
            }
            broken = findProblem(link).map(why -> new ChainBreak(link.consent(), position, why));
            previousHash = link.hash();
            position++;
            entries++;
        }
    }

    /** The number of verified consents. */
    long consents() {
        return consents;
    }

    /** The number of verified entries. */
    long entries() {
        return entries;
    }

    Optional<ChainBreak> broken() {
        return broken;
    }

    private void startConsent(String next) {
        consents++;
        consent = next;
        position = 0;
        previousHash = ConsentHashChain.genesisHash(next);
        state = Optional.empty();
    }

    private Optional<String> findProblem(LedgerEntry link) {
        if (link.position() != position) {
            return Optional.of("the link is missing, though others follow it");
        }
        if (!ConsentHashChain.nextHash(previousHash, consent, position, link.event())
                .equals(link.hash())) {
            return Optional.of("the link is not the one that was written here");
        }
        Optional<ConsentEvent> event = readMatchingEvent(link);
        if (event.isEmpty()) {
            return Optional.of("the columns beside the event do not say what the event says");
        }
        return isValidTransition(event.get())
                ? Optional.empty()
                : Optional.of("what the link says cannot have happened after the link before it");
    }

    private boolean isValidTransition(ConsentEvent event) {
        try {
            state = Optional.of(ConsentHistory.next(state, event));
            return true;
        } catch (IllegalArgumentException impossible) {
            return false;
        }
    }

    // Parsed once: a ledger has many entries.
    private static Optional<ConsentEvent> readMatchingEvent(LedgerEntry link) {
        try {
            return Optional.of(StoredConsentEventJson.read(link.event())).filter(link::matchesColumns);
        } catch (IllegalArgumentException | DateTimeException | StoreUnavailableException unreadable) {
            return Optional.empty();
        }
    }
}

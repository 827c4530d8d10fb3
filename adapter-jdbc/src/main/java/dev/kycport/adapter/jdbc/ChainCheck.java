package dev.kycport.adapter.jdbc;

import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentHistory;
import dev.kycport.ports.ConsentRegister.Break;
import dev.kycport.ports.StoreUnavailableException;
import java.time.DateTimeException;
import java.util.Optional;

/** Goes over the links of all chains, one after the other, until one is not as it was written. */
final class ChainCheck {

    private long consents;
    private long links;
    private String consent = "";
    private int position;
    private String before = "";
    private Optional<Consent> state = Optional.empty();
    private Optional<Break> broken = Optional.empty();

    /** Looks at the next link, unless one was broken before. */
    void look(StoredLink link) {
        if (broken.isEmpty()) {
            if (!link.consent().equals(consent)) {
                begin(link.consent());
            }
            broken = wrong(link).map(why -> new Break(link.consent(), position, why));
            before = link.hash();
            position++;
            links++;
        }
    }

    /** How many consents were looked at. */
    long consents() {
        return consents;
    }

    /** How many links were looked at. */
    long links() {
        return links;
    }

    Optional<Break> broken() {
        return broken;
    }

    private void begin(String next) {
        consents++;
        consent = next;
        position = 0;
        before = Chain.start(next);
        state = Optional.empty();
    }

    private Optional<String> wrong(StoredLink link) {
        if (link.position() != position) {
            return Optional.of("the link is missing, though others follow it");
        }
        if (!Chain.next(before, consent, position, link.event()).equals(link.hash())) {
            return Optional.of("the link is not the one that was written here");
        }
        Optional<ConsentEvent> event = foundRightly(link);
        if (event.isEmpty()) {
            return Optional.of("the columns beside the event do not say what the event says");
        }
        return follows(event.get())
                ? Optional.empty()
                : Optional.of("what the link says cannot have happened after the link before it");
    }

    private boolean follows(ConsentEvent event) {
        try {
            state = Optional.of(ConsentHistory.next(state, event));
            return true;
        } catch (IllegalArgumentException impossible) {
            return false;
        }
    }

    // Read once, whatever else is asked of it: a ledger has many links.
    private static Optional<ConsentEvent> foundRightly(StoredLink link) {
        try {
            return Optional.of(ConsentJson.read(link.event())).filter(link::agrees);
        } catch (IllegalArgumentException | DateTimeException | StoreUnavailableException unreadable) {
            return Optional.empty();
        }
    }
}

package dev.kycport.host.cli;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentHistory;
import dev.kycport.ports.ConsentRegister.Link;
import dev.kycport.ports.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One consent with everything that happened to it.
 *
 * @param events oldest first
 */
record ConsentRecord(Consent consent, List<Event> events) {

    /**
     * One thing that happened.
     *
     * @param hash of its link in the chain, where the link itself was read
     */
    record Event(ConsentEvent what, int position, Optional<String> hash) {}

    ConsentRecord {
        events = List.copyOf(events);
    }

    /**
     * The consent that these events tell of.
     *
     * @throws StoreUnavailableException if they cannot have happened in this order
     */
    static ConsentRecord of(List<ConsentEvent> events) {
        return ofAll(IntStream.range(0, events.size())
                .mapToObj(at -> new Event(events.get(at), at, Optional.empty()))
                .toList());
    }

    /** The consent of these links, like {@link #of}. */
    static ConsentRecord ofChain(List<Link> links) {
        return ofAll(links.stream()
                .map(link -> new Event(link.event(), link.position(), Optional.of(link.hash())))
                .toList());
    }

    /** The session whose calls it was used for, if it was used. */
    Optional<SessionId> session() {
        return events.stream()
                .map(Event::what)
                .filter(ConsentEvent.WasUsed.class::isInstance)
                .map(ConsentEvent.WasUsed.class::cast)
                .map(used -> used.use().session())
                .findFirst();
    }

    private static ConsentRecord ofAll(List<Event> events) {
        try {
            return new ConsentRecord(
                    ConsentHistory.replay(events.stream().map(Event::what).toList()), events);
        } catch (IllegalArgumentException impossible) {
            throw new StoreUnavailableException("the ledger is damaged; kyc consent verify says where", impossible);
        }
    }
}

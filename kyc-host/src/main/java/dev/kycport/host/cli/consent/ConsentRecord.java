package dev.kycport.host.cli.consent;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentHistory;
import dev.kycport.ports.store.ConsentLedgerReader.Entry;
import dev.kycport.ports.store.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One consent with everything that happened to it.
 *
 * @param events oldest first
 */
public record ConsentRecord(Consent consent, List<Event> events) {

    /**
     * One thing that happened.
     *
     * @param hash of its link in the chain, where the link itself was read
     */
    record Event(ConsentEvent event, int position, Optional<String> hash) {}

    public ConsentRecord {
        events = List.copyOf(events);
    }

    /**
     * The consent that these events tell of.
     *
     * @throws StoreUnavailableException if they cannot have happened in this order
     */
    public static ConsentRecord of(List<ConsentEvent> events) {
        return replay(IntStream.range(0, events.size())
                .mapToObj(at -> new Event(events.get(at), at, Optional.empty()))
                .toList());
    }

    /** The consent of these links, like {@link #of}. */
    static ConsentRecord fromLinks(List<Entry> links) {
        return replay(links.stream()
                .map(entry -> new Event(entry.event(), entry.position(), Optional.of(entry.hash())))
                .toList());
    }

    /** The session whose calls it was used for, if it was used. */
    Optional<SessionId> session() {
        return events.stream()
                .map(Event::event)
                .filter(ConsentEvent.WasUsed.class::isInstance)
                .map(ConsentEvent.WasUsed.class::cast)
                .map(used -> used.use().session())
                .findFirst();
    }

    private static ConsentRecord replay(List<Event> events) {
        try {
            return new ConsentRecord(
                    ConsentHistory.replay(events.stream().map(Event::event).toList()), events);
        } catch (IllegalArgumentException impossible) {
            throw new StoreUnavailableException("the ledger is damaged; kyc consent verify says where", impossible);
        }
    }
}

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
 * One consent with its events.
 *
 * @param events oldest first
 */
public record ConsentRecord(Consent consent, List<Event> events) {

    /**
     * One event.
     *
     * @param hash of its ledger entry; empty where only the events were read
     */
    record Event(ConsentEvent event, int position, Optional<String> hash) {}

    public ConsentRecord {
        events = List.copyOf(events);
    }

    /**
     * Replays the events.
     *
     * @throws StoreUnavailableException if they are impossible in this order
     */
    public static ConsentRecord of(List<ConsentEvent> events) {
        return replay(IntStream.range(0, events.size())
                .mapToObj(at -> new Event(events.get(at), at, Optional.empty()))
                .toList());
    }

    /** Replays the ledger entries of one consent, like {@link #of}. */
    static ConsentRecord fromEntries(List<Entry> links) {
        return replay(links.stream()
                .map(entry -> new Event(entry.event(), entry.position(), Optional.of(entry.hash())))
                .toList());
    }

    /** The session that used it; empty before the first call. */
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
            throw new StoreUnavailableException("the ledger is damaged; run kyc consent verify", impossible);
        }
    }
}

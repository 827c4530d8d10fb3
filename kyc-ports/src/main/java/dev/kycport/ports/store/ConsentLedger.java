package dev.kycport.ports.store;

import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;

/**
 * Stores consents: one append-only chain of events for each consent. The providers' first rule is "Consent must be
 * stored at your end before proceeding", so the ledger is the only source of a {@link ConsentProof}.
 *
 * <p>Implementations are safe for use by many threads, and by several processes if these share one ledger.
 */
public interface ConsentLedger {

    /**
     * All events of a consent, oldest first; empty if there is no such consent. Each returned event is stored durably.
     *
     * @throws StoreUnavailableException if the ledger cannot be read
     */
    List<ConsentEvent> events(ConsentId consent);

    /**
     * Appends an event to the chain of its consent. When this returns, the event is durable: it survives a power
     * failure.
     *
     * @param position how many events the chain must have before it; {@code 0} for the first
     * @return the event; or Left {@code session.busy}, nothing appended, if the chain does not have that many events
     * @throws StoreUnavailableException if it is not known to be stored
     */
    Either<KycFailure, ConsentEvent> append(ConsentEvent event, int position);

    /**
     * Proves that a consent covers a call that is about to be made. The use is stored durably before the proof exists.
     * A step uses {@link StepStore#prove}, which stores its intent in the same transaction.
     *
     * @return the proof; or Left, nothing stored: {@code consent.missing} (unknown, not answered or declined), {@code
     *     consent.expired}, {@code consent.withdrawn}, {@code consent.not-covering}, or {@code session.busy} if another
     *     event of the consent was stored at the same moment
     * @throws StoreUnavailableException if the ledger cannot be read, or the use is not known to be stored
     */
    default Either<KycFailure, ConsentProof> prove(ConsentId consent, ConsentUse use, Instant now) {
        List<ConsentEvent> events = events(consent);
        return ConsentProof.issue(events, use, now, used -> append(used, events.size()));
    }
}

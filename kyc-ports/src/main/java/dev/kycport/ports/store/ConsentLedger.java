package dev.kycport.ports.store;

import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentHistory;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.domain.failure.ConsentRejection;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;

/**
 * Where consents are kept: one append-only chain of events for each consent. "Consent must be stored at your end before
 * proceeding" is the providers' first rule, so the ledger is also the only source of a {@link ConsentProof}.
 *
 * <p>Implementations are safe for use by many threads, and where several processes share one ledger, by all of them.
 */
public interface ConsentLedger {

    /**
     * Everything that happened to a consent, oldest first; empty if there is no such consent. Whatever this returns has been
     * stored durably before.
     *
     * @throws StoreUnavailableException if the ledger cannot be read
     */
    List<ConsentEvent> events(ConsentId consent);

    /**
     * Adds one link to the chain of the event's consent. When this returns, the link is durable: a power cut does not take it
     * back.
     *
     * @param position how many links there must be before it; {@code 0} for the first
     * @return the event; or Left {@code session.busy}, nothing added, if the chain does not have that many links
     * @throws StoreUnavailableException if it is not known to be stored
     */
    Either<KycFailure, ConsentEvent> append(ConsentEvent event, int position);

    /**
     * The proof that a consent covers a call which is about to be made; the use is durably on record before the proof exists.
     *
     * @return the proof; or Left, nothing recorded: {@code consent.missing} (unknown, not answered or declined),
     *     {@code consent.expired}, {@code consent.withdrawn}, {@code consent.not-covering}, or {@code session.busy} if
     *     something else happened to the consent at the same moment
     * @throws StoreUnavailableException if the ledger cannot be read, or the use is not known to be stored
     */
    default Either<KycFailure, ConsentProof> prove(ConsentId consent, ConsentUse use, Instant now) {
        List<ConsentEvent> events = events(consent);
        if (events.isEmpty()) {
            return Either.left(new ConsentRejection.Missing());
        }
        return ConsentHistory.replay(events)
                .allows(use, now)
                .flatMap(allowed -> append(new ConsentEvent.WasUsed(consent, now, use), events.size())
                        .map(stored -> new ConsentProof(allowed, use)));
    }
}

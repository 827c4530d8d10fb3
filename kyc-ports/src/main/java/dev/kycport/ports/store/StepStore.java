package dev.kycport.ports.store;

import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.SessionSnapshot;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;

/**
 * Stores what one half of a step writes to sessions, audit trail, consent ledger and reservations of numbers, all of it
 * or nothing. Where these are in one database, it is one transaction. {@link Stores} composes a step store from
 * separate stores if an installation has none. Safe for use by many threads, and by several processes if these share
 * the stores.
 */
public interface StepStore {

    /**
     * All events of a consent, as {@link ConsentLedger#events} returns them.
     *
     * @throws StoreUnavailableException if the ledger cannot be read
     */
    List<ConsentEvent> events(ConsentId consent);

    /**
     * Stores everything or nothing. When this returns, it is as durable as the ledger promises.
     *
     * @return the stored state; or Left, nothing stored: {@code otp.resend-too-soon} if the number is reserved for
     *     another session, {@code session.busy} if the consent does not have as many events as expected, the stored
     *     revision differs, or a new session's id is taken
     * @throws StoreUnavailableException if it is not known to be stored
     */
    Either<KycFailure, SessionSnapshot> store(StepWrites writes);

    /**
     * Proves that the session's consent covers a call that is about to be made, as {@link ConsentLedger#prove} does,
     * and stores the use together with the intent of the call. If another event of the consent is stored at the same
     * moment, the consent is proved again with that event.
     *
     * @param intent the session while the call is made, with everything else to store
     * @return the proof; or Left, nothing stored: as {@link ConsentLedger#prove} and as {@link #store}
     * @throws StoreUnavailableException if the ledger cannot be read, or the intent is not known to be stored
     */
    default Either<KycFailure, ConsentProof> prove(ConsentUse use, Instant now, StepWrites intent) {
        ConsentEvent used =
                new ConsentEvent.WasUsed(intent.session().next().header().consent(), now, use);
        while (true) {
            List<ConsentEvent> events = events(used.consent());
            Either<KycFailure, ConsentProof> proof = ConsentProof.issue(
                    events,
                    use,
                    now,
                    event -> store(intent.with(event, events.size())).map(stored -> event));
            boolean busy = proof.isLeft() && proof.getLeft() instanceof SessionRejection.Busy;
            if (!busy || !hasOtherEventAt(events.size(), used)) {
                return proof;
            }
        }
    }

    // A store that shares no transaction with the ledger may have stored the use itself, and only then found the
    // session changed.
    private boolean hasOtherEventAt(int position, ConsentEvent used) {
        List<ConsentEvent> now = events(used.consent());
        return now.size() > position && !now.get(position).equals(used);
    }
}

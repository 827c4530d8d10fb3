package dev.kycport.ports.store;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.OtpRejection;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.session.SessionSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one half of a step writes.
 *
 * @param session the session's next state, with its audit entries
 * @param consent what is appended to the consent ledger
 * @param number what happens to the reservation of a number for this session
 */
public record StepWrites(SessionWrite session, Optional<ConsentWrite> consent, Optional<NumberWrite> number) {

    /** Stores a new session. */
    public static StepWrites create(SessionSnapshot session, List<AuditEntry> entries) {
        return new StepWrites(new SessionWrite(Optional.empty(), session, entries), Optional.empty(), Optional.empty());
    }

    /** Stores the next state of the session that has the expected revision. */
    public static StepWrites replace(long expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {
        return new StepWrites(
                new SessionWrite(Optional.of(expectedRevision), next, entries), Optional.empty(), Optional.empty());
    }

    /** Appends an event to the ledger as well. */
    public StepWrites with(ConsentEvent event, int position) {
        return new StepWrites(session, Optional.of(new ConsentWrite(event, position)), number);
    }

    /** Changes the reservation of a number as well. */
    public StepWrites with(NumberWrite reservation) {
        return new StepWrites(session, consent, Optional.of(reservation));
    }

    /**
     * A session's next state.
     *
     * @param expectedRevision the revision that it was derived from; empty for a new session
     * @param entries what happened, for the audit trail
     */
    public record SessionWrite(Optional<Long> expectedRevision, SessionSnapshot next, List<AuditEntry> entries) {}

    /**
     * An event for the chain of its consent.
     *
     * @param position how many events the chain must have before it
     */
    public record ConsentWrite(ConsentEvent event, int position) {}

    /** What happens to the reservation of a number. */
    public sealed interface NumberWrite {

        /** The number. */
        IdentityNumber number();

        /**
         * Makes the change by itself.
         *
         * @return why nothing at all may be stored; empty otherwise
         * @throws StoreUnavailableException if it is not known to be stored
         */
        Optional<KycFailure> applyTo(PendingCodeStore store, SessionId session);
    }

    /** Reserves the number; if another session holds it, nothing at all is stored. */
    public record Reserve(IdentityNumber number, Instant now, Instant until) implements NumberWrite {

        /** What a session is told whose number is another's until then. */
        public KycFailure refusal(Instant availableAt) {
            return new OtpRejection.ResendTooSoon(availableAt, Duration.between(now, availableAt));
        }

        @Override
        public Optional<KycFailure> applyTo(PendingCodeStore store, SessionId session) {
            return store.reserve(number, session, now, until).map(this::refusal);
        }
    }

    /** Reserves the number for longer. If another session holds it by now, this does nothing: a code was sent already. */
    public record Extend(IdentityNumber number, Instant now, Instant until) implements NumberWrite {

        @Override
        public Optional<KycFailure> applyTo(PendingCodeStore store, SessionId session) {
            Optional<Instant> unusedHolder = store.reserve(number, session, now, until);
            return Optional.empty();
        }
    }

    /** Releases the reservation because no code was sent; that of another session is not touched. */
    public record Release(IdentityNumber number) implements NumberWrite {

        @Override
        public Optional<KycFailure> applyTo(PendingCodeStore store, SessionId session) {
            store.release(number, session);
            return Optional.empty();
        }
    }
}

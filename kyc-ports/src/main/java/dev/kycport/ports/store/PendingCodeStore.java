package dev.kycport.ports.store;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.identity.IdentityNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * Reserves a number from the moment a code is sent to it until the resend window closes, so that a second session of
 * the same person, on any node, does not send a second code. Stores only a keyed hash of the number, and only for that
 * time. Safe for use by many threads and nodes.
 */
public interface PendingCodeStore {

    /** Reserves nothing, so each session may send a code. For an installation that must not store even the hash. */
    PendingCodeStore NONE = new PendingCodeStore() {
        @Override
        public Optional<Instant> reserve(IdentityNumber number, SessionId session, Instant now, Instant until) {
            return Optional.empty();
        }

        @Override
        public void release(IdentityNumber number, SessionId session) {}
    };

    /**
     * Reserves the number. Called before a call that sends a code, and again after it if the session has to wait
     * longer. If several sessions try to reserve a number at the same moment, exactly one succeeds. A session can
     * extend its own reservation.
     *
     * @param until when the resend window closes
     * @return empty if the number is reserved for this session until then; otherwise the instant from which it is free,
     *     and nothing has changed
     * @throws StoreUnavailableException if the outcome is not known
     */
    Optional<Instant> reserve(IdentityNumber number, SessionId session, Instant now, Instant until);

    /**
     * Releases the reservation because no code was sent. The reservation of another session is not touched.
     *
     * @throws StoreUnavailableException if it is not known to be released; it expires by itself
     */
    void release(IdentityNumber number, SessionId session);
}

package dev.kycport.ports.store;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.identity.IdentityNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers for the length of a resend window that a code is on its way to a number, so that a second session of the same
 * person, here or on another node, is told before it costs money and sends a second code. It never keeps the number: only a
 * hash of it under a key of its own, and only until the window closes. Safe for use by many threads and nodes.
 */
public interface PendingCodeStore {

    /** Remembers nothing, so every session may ask for a code: the choice of an installation that wants no such trace. */
    PendingCodeStore NONE = new PendingCodeStore() {
        @Override
        public Optional<Instant> reserve(IdentityNumber number, SessionId session, Instant now, Instant until) {
            return Optional.empty();
        }

        @Override
        public void release(IdentityNumber number, SessionId session) {}
    };

    /**
     * Asked before a call that sends a code, and again when it is over and the session has to wait longer. Of several sessions that claim one number at the same moment exactly one gets it;
     * the session that holds a claim may claim again.
     *
     * @param until when the window closes
     * @return empty if the number is this session's until then; otherwise the instant from which it is free, and nothing
     *     has changed
     * @throws StoreUnavailableException if it is not known
     */
    Optional<Instant> reserve(IdentityNumber number, SessionId session, Instant now, Instant until);

    /**
     * Gives a claim back because no code was sent; the claim of another session stays.
     *
     * @throws StoreUnavailableException if it is not known to be given back; it lapses by itself
     */
    void release(IdentityNumber number, SessionId session);
}

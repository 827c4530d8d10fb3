package dev.kycport.domain.digilocker;

import java.time.Instant;
import java.util.Optional;

/**
 * The stored form of an authorization challenge: its state, and the parts that the state has. The grant is never among them.
 *
 * @param kind which state
 * @param since when the intent of the call in progress was stored
 * @param request that the person can follow or has followed
 * @param expiresAt from when on a callback is not accepted any more
 */
public record AuthorizationSnapshot(
        Kind kind, Optional<Instant> since, Optional<AuthorizationRequest> request, Optional<Instant> expiresAt) {

    /**
     * The states in which a challenge can be stored. Stores write the names, so they never change: COLLECTING is
     * FetchingDocuments.
     */
    public enum Kind {
        REQUESTED,
        OFFERED,
        RETURNED,
        CONNECTED,
        COLLECTING
    }

    /** The stored form of a challenge. */
    public static AuthorizationSnapshot of(AuthorizationChallenge.Open challenge) {
        return challenge.match(StoredForm.INSTANCE);
    }

    /** When the call in progress began, whose outcome may be lost, or when the request expires. */
    public Optional<Instant> dueAt() {
        return since.or(() -> expiresAt);
    }

    /**
     * The challenge that was stored.
     *
     * @throws IllegalArgumentException if parts are missing: the store is damaged
     */
    public AuthorizationChallenge.Open restore() {
        return switch (kind) {
            case REQUESTED -> new AuthorizationChallenge.Requested(part(since));
            case OFFERED -> offered();
            case RETURNED -> new AuthorizationChallenge.Returned(offered(), part(since));
            case CONNECTED -> connected();
            case COLLECTING -> new AuthorizationChallenge.FetchingDocuments(connected(), part(since));
        };
    }

    private AuthorizationChallenge.Offered offered() {
        return new AuthorizationChallenge.Offered(part(request), part(expiresAt));
    }

    private AuthorizationChallenge.Connected connected() {
        return new AuthorizationChallenge.Connected(part(request));
    }

    private static <T> T part(Optional<T> part) {
        return part.orElseThrow(() -> new IllegalArgumentException("a stored authorization challenge is damaged"));
    }

    private enum StoredForm implements AuthorizationChallenge.OpenCases<AuthorizationSnapshot> {
        INSTANCE;

        @Override
        public AuthorizationSnapshot requested(AuthorizationChallenge.Requested challenge) {
            return new AuthorizationSnapshot(
                    Kind.REQUESTED, Optional.of(challenge.since()), Optional.empty(), Optional.empty());
        }

        @Override
        public AuthorizationSnapshot offered(AuthorizationChallenge.Offered challenge) {
            return offered(Kind.OFFERED, Optional.empty(), challenge);
        }

        @Override
        public AuthorizationSnapshot returned(AuthorizationChallenge.Returned challenge) {
            return offered(Kind.RETURNED, Optional.of(challenge.since()), challenge.previous());
        }

        @Override
        public AuthorizationSnapshot connected(AuthorizationChallenge.Connected challenge) {
            return connected(Kind.CONNECTED, Optional.empty(), challenge);
        }

        @Override
        public AuthorizationSnapshot fetchingDocuments(AuthorizationChallenge.FetchingDocuments challenge) {
            return connected(Kind.COLLECTING, Optional.of(challenge.since()), challenge.previous());
        }

        private static AuthorizationSnapshot offered(
                Kind kind, Optional<Instant> since, AuthorizationChallenge.Offered offered) {
            return new AuthorizationSnapshot(
                    kind, since, Optional.of(offered.request()), Optional.of(offered.expiresAt()));
        }

        private static AuthorizationSnapshot connected(
                Kind kind, Optional<Instant> since, AuthorizationChallenge.Connected connected) {
            return new AuthorizationSnapshot(kind, since, Optional.of(connected.request()), Optional.empty());
        }
    }
}

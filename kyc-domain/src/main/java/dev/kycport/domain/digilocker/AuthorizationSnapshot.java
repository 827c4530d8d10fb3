package dev.kycport.domain.digilocker;

import java.time.Instant;
import java.util.Optional;

/** An authorization challenge as it is stored: which state, and the parts that state has. The grant is in none of them. */
public record AuthorizationSnapshot(
        Kind kind, Optional<Instant> since, Optional<AuthorizationRequest> request, Optional<Instant> expiresAt) {

    /** The states in which a challenge can be stored. */
    public enum Kind {
        REQUESTED,
        OFFERED,
        RETURNED,
        CONNECTED,
        COLLECTING
    }

    /** The stored form of a challenge. */
    public static AuthorizationSnapshot of(AuthorizationChallenge.Open challenge) {
        if (challenge instanceof AuthorizationChallenge.Requested requested) {
            return new AuthorizationSnapshot(
                    Kind.REQUESTED, Optional.of(requested.since()), Optional.empty(), Optional.empty());
        }
        if (challenge instanceof AuthorizationChallenge.Offered offered) {
            return offered(Kind.OFFERED, Optional.empty(), offered);
        }
        if (challenge instanceof AuthorizationChallenge.Returned returned) {
            return offered(Kind.RETURNED, Optional.of(returned.since()), returned.previous());
        }
        if (challenge instanceof AuthorizationChallenge.FetchingDocuments fetchingDocuments) {
            return connected(Kind.COLLECTING, Optional.of(fetchingDocuments.since()), fetchingDocuments.previous());
        }
        return connected(Kind.CONNECTED, Optional.empty(), (AuthorizationChallenge.Connected) challenge);
    }

    /** When a call under way began, whose outcome may be lost, or when the challenge grows too old. */
    public Optional<Instant> dueAt() {
        return since.or(() -> expiresAt);
    }

    /** The challenge as it was; a damaged snapshot throws. */
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

    private static AuthorizationSnapshot offered(
            Kind kind, Optional<Instant> since, AuthorizationChallenge.Offered offered) {
        return new AuthorizationSnapshot(kind, since, Optional.of(offered.request()), Optional.of(offered.expiresAt()));
    }

    private static AuthorizationSnapshot connected(
            Kind kind, Optional<Instant> since, AuthorizationChallenge.Connected connected) {
        return new AuthorizationSnapshot(kind, since, Optional.of(connected.request()), Optional.empty());
    }

    private static <T> T part(Optional<T> part) {
        return part.orElseThrow(() -> new IllegalArgumentException("a stored authorization challenge is damaged"));
    }
}

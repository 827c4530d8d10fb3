package dev.kycport.adapter.jdbc.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.digilocker.AuthorizationRequest;
import dev.kycport.domain.digilocker.AuthorizationSnapshot;
import dev.kycport.domain.digilocker.OAuthState;
import dev.kycport.domain.identity.DocumentType;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An authorization challenge as JSON. */
record StoredAuthorizationJson(
        @JsonProperty("kind") AuthorizationSnapshot.Kind kind,
        @JsonProperty("since") Optional<Instant> since,
        @JsonProperty("offer") Optional<Request> request,
        @JsonProperty("expiresAt") Optional<Instant> expiresAt) {

    static StoredAuthorizationJson of(AuthorizationSnapshot authorization) {
        return new StoredAuthorizationJson(
                authorization.kind(),
                authorization.since(),
                authorization.request().map(Request::of),
                authorization.expiresAt());
    }

    AuthorizationSnapshot toSnapshot() {
        return new AuthorizationSnapshot(kind, since, request.map(Request::toDomain), expiresAt);
    }

    /** @param documents sorted, so that the same set is always the same JSON */
    record Request(
            @JsonProperty("reference") ProviderReference reference,
            @JsonProperty("url") URI url,
            @JsonProperty("state") OAuthState state,
            @JsonProperty("documents") List<DocumentType> documents) {

        static Request of(AuthorizationRequest request) {
            return new Request(
                    request.reference(),
                    request.url(),
                    request.state(),
                    request.documents().stream()
                            .sorted(Comparator.comparing(DocumentType::code))
                            .toList());
        }

        AuthorizationRequest toDomain() {
            return new AuthorizationRequest(reference, url, state, Set.copyOf(documents));
        }
    }
}

package dev.kycport.domain.digilocker;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.identity.DocumentType;
import java.net.URI;
import java.util.Set;

/**
 * A provider's request for authorization.
 *
 * @param reference the provider's reference of its own session
 * @param url where to send the person's browser
 * @param state the state that the return must have
 * @param documents what the person is asked to share
 */
public record AuthorizationRequest(
        ProviderReference reference, URI url, OAuthState state, Set<DocumentType> documents) {

    public AuthorizationRequest {
        documents = Set.copyOf(documents);
    }

    @Override
    public String toString() {
        return "AuthorizationRequest[" + url.getHost() + "]";
    }
}

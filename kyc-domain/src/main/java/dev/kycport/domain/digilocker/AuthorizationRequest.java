package dev.kycport.domain.digilocker;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.identity.DocumentType;
import java.net.URI;
import java.util.Set;

/**
 * A provider's offer to authorise.
 *
 * @param reference what the provider calls its side of the session
 * @param url where to send the person's browser
 * @param state what the return must carry
 * @param documents what the person is asked to share
 */
public record AuthorizationRequest(
        ProviderReference reference, URI url, OAuthState state, Set<DocumentType> documents) {

    public AuthorizationRequest {
        documents = Set.copyOf(documents);
    }

    @Override
    public String toString() {
        return "AuthorizationOffer[" + url.getHost() + "]";
    }
}

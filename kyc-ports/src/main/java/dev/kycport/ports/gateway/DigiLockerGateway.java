package dev.kycport.ports.gateway;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.digilocker.AuthorizationCallback;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.AuthorizationRequest;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.DocumentHolder;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.Set;

/** A provider that sends a person to DigiLocker and fetches what they shared. Thread-safe. */
public interface DigiLockerGateway {

    /**
     * Creates an authorization request. Does not affect the person yet.
     *
     * @param proof for {@code offer-authorization}
     * @param back where DigiLocker sends the person's browser afterwards
     * @param documents which documents to request, at least one
     * @return the request; Left any {@link ProviderFailure}, none of which had an effect on the person
     */
    Either<ProviderFailure, AuthorizationRequest> requestAuthorization(
            ConsentProof proof, RedirectUrl back, Set<DocumentType> documents);

    /**
     * Parses the URL with which the person came back. Only the provider's adapter knows the names of the parameters.
     * Makes no call, and does not check the state.
     *
     * @return grant or refusal; Left {@code input.invalid} for {@code state} if it is missing, or for {@code code} if
     *     there is neither a code nor a refusal by the person: the session keeps its state
     */
    Either<KycFailure, AuthorizationCallback> parseCallback(ReturnUrl url);

    /**
     * Exchanges the grant for access. Called once for each return, after its state was found to be ours.
     * Implementations never repeat it, because the code works once, with the exception described at {@link
     * DirectOtpGateway#send}.
     *
     * @param proof for {@code take-up-authorization}
     * @param reference of the authorization request
     * @param code only sent to the provider
     * @return the verdict; Left any {@link ProviderFailure}, after which the person can authorize again
     */
    Either<ProviderFailure, GrantVerdict> exchangeGrant(
            ConsentProof proof, ProviderReference reference, AuthorizationCode code);

    /**
     * Fetches what the person shared. Only reads, so it can be repeated while the access lasts.
     *
     * @param proof for {@code collect-documents}
     * @param reference of the authorization request
     * @param documents the requested documents
     * @param holder what {@link #exchangeGrant} returned about the holder. Empty if it returned nothing, and in every
     *     step after the one that handled the return, because it is never stored
     * @return the verdict. Documents without an Aadhaar are {@code DocumentsFetched} under the holder's name; a
     *     provider that cannot name the holder a second time answers {@link SessionLost}, and the person starts again.
     *     Left any {@link ProviderFailure}, none of which had an effect
     */
    Either<ProviderFailure, DocumentsVerdict> fetchDocuments(
            ConsentProof proof,
            ProviderReference reference,
            Set<DocumentType> documents,
            Optional<DocumentHolder> holder);
}

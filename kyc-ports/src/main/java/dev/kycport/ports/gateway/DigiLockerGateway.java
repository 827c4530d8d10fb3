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

/** A provider that leads a person through DigiLocker and fetches what they shared. Safe for use by many threads. */
public interface DigiLockerGateway {

    /**
     * Makes an offer to authorise. Nothing has happened to the person yet.
     *
     * @param proof for {@code offer-authorization}
     * @param back where the person's browser is sent afterwards
     * @param documents which documents to ask for, at least one
     * @return the offer; Left any {@link ProviderFailure}, none of which had an effect on the person
     */
    Either<ProviderFailure, AuthorizationRequest> requestAuthorization(
            ConsentProof proof, RedirectUrl back, Set<DocumentType> documents);

    /**
     * Reads a return, whose parameter names only the provider's adapter knows. Pure: no call is made, and the state it
     * carries is not judged here.
     *
     * @return grant or refusal; Left {@code input.invalid} naming {@code state} if there is none, or {@code code} if there is
     *     neither a code nor a refusal, such as an error that is not the person's: the session stays where it is
     */
    Either<KycFailure, AuthorizationCallback> parseCallback(ReturnUrl url);

    /**
     * Exchanges the grant for access. Called once for each return, whose state has been found to be ours; never repeated
     * behind the caller's back, since the code works once.
     *
     * @param proof for {@code take-up-authorization}
     * @param reference of the offer
     * @param code goes to the provider and nowhere else
     * @return the verdict; Left any {@link ProviderFailure}, after which the person can go through the offer again
     */
    Either<ProviderFailure, GrantVerdict> exchangeGrant(
            ConsentProof proof, ProviderReference reference, AuthorizationCode code);

    /**
     * Fetches what the person shared. Reads only, so it can be repeated while the access lasts.
     *
     * @param proof for {@code collect-documents}
     * @param reference of the offer
     * @param documents which were asked for
     * @param holder what {@code connect} told of the holder; empty if it told nothing, or if that is forgotten, since it is
     *     kept nowhere and so is there only in the step that took up the return
     * @return the verdict, where documents without an Aadhaar are {@code Collected} under the holder's name; a provider that
     *     cannot name the holder a second time answers {@link SessionLost} instead, since the person has to start again. Left
     *     any {@link ProviderFailure}, none of which had an effect
     */
    Either<ProviderFailure, DocumentsVerdict> fetchDocuments(
            ConsentProof proof,
            ProviderReference reference,
            Set<DocumentType> documents,
            Optional<DocumentHolder> holder);
}

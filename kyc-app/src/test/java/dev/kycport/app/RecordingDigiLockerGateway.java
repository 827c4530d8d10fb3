package dev.kycport.app;

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
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.DocumentsVerdict;
import dev.kycport.ports.gateway.GrantVerdict;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.Set;

/** The DigiLocker flow of a watched provider. */
record RecordingDigiLockerGateway(RecordingProvider watch, DigiLockerGateway gateway) implements DigiLockerGateway {

    @Override
    public Either<ProviderFailure, AuthorizationRequest> requestAuthorization(
            ConsentProof proof, RedirectUrl back, Set<DocumentType> documents) {
        return watch.answer(proof, () -> gateway.requestAuthorization(proof, back, documents));
    }

    @Override
    public Either<KycFailure, AuthorizationCallback> parseCallback(ReturnUrl url) {
        return gateway.parseCallback(url);
    }

    @Override
    public Either<ProviderFailure, GrantVerdict> exchangeGrant(
            ConsentProof proof, ProviderReference reference, AuthorizationCode code) {
        return watch.answer(proof, () -> gateway.exchangeGrant(proof, reference, code));
    }

    @Override
    public Either<ProviderFailure, DocumentsVerdict> fetchDocuments(
            ConsentProof proof,
            ProviderReference reference,
            Set<DocumentType> documents,
            Optional<DocumentHolder> holder) {
        return watch.answer(proof, () -> gateway.fetchDocuments(proof, reference, documents, holder));
    }
}

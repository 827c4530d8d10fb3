package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.deepvue.DeepvueReplies.DeepvueStatus;
import dev.kycport.adapter.feign.HttpCallExecutor;
import dev.kycport.adapter.feign.ResponseRules;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.digilocker.AuthorizationCallback;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.AuthorizationRequest;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.DocumentHolder;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.DocumentsVerdict;
import dev.kycport.ports.gateway.GrantVerdict;
import dev.kycport.ports.gateway.SessionLost;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Deepvue DigiLocker: Deepvue keeps the access token under the transaction id of the first call. */
final class DeepvueDigiLockerGateway implements DigiLockerGateway {

    private static final ResponseRules<DeepvueStatus, AuthorizationRequest> INITIATE_SESSION =
            DeepvueErrorMapping.failuresOnly();
    private static final ResponseRules<DeepvueStatus, GrantVerdict> ACCESS_TOKEN =
            DeepvueErrorMapping.sessionLost(new SessionLost());

    private final DeepvueApi api;
    private final HttpCallExecutor<DeepvueStatus> httpCallExecutor;
    private final InstantSource time;
    private final DeepvueConfig config;

    DeepvueDigiLockerGateway(
            DeepvueApi api,
            HttpCallExecutor<DeepvueStatus> httpCallExecutor,
            InstantSource time,
            DeepvueConfig config) {
        this.api = api;
        this.httpCallExecutor = httpCallExecutor;
        this.time = time;
        this.config = config;
    }

    @Override
    public Either<ProviderFailure, AuthorizationRequest> requestAuthorization(
            ConsentProof proof, RedirectUrl redirectUrl, Set<DocumentType> documents) {
        return httpCallExecutor.execute(
                callContext -> api.initiateSession(
                        callContext, DeepvueRequests.initiateSession(proof, redirectUrl, documents)),
                INITIATE_SESSION,
                reply -> DeepvueAuthorizationMapper.toAuthorizationRequest(reply, documents));
    }

    @Override
    public Either<KycFailure, AuthorizationCallback> parseCallback(ReturnUrl url) {
        return DeepvueAuthorizationMapper.parseCallback(url.revealParameters(), config);
    }

    @Override
    public Either<ProviderFailure, GrantVerdict> exchangeGrant(
            ConsentProof proof, ProviderReference reference, AuthorizationCode code) {
        return httpCallExecutor.execute(
                callContext -> api.accessToken(callContext, DeepvueRequests.accessToken(proof, reference, code)),
                ACCESS_TOKEN,
                reply -> DeepvueResponseMapper.toGrantVerdict(reply, time.instant()));
    }

    @Override
    public Either<ProviderFailure, DocumentsVerdict> fetchDocuments(
            ConsentProof proof,
            ProviderReference reference,
            Set<DocumentType> documents,
            Optional<DocumentHolder> holder) {
        return new DeepvueDocumentFetcher(
                        api, httpCallExecutor.withSharedDeadline(), proof, reference, config.aadhaarPdf())
                .fetch(documents, holder, new Assurance(Flow.DIGILOCKER, DeepvueProviderFactory.ID, time.instant()));
    }
}

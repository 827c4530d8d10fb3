package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.deepvue.DeepvueReplies.Said;
import dev.kycport.adapter.feign.Exchange;
import dev.kycport.adapter.feign.VerdictTable;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.AuthorizationOffer;
import dev.kycport.domain.digilocker.AuthorizationReturn;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.Holder;
import dev.kycport.ports.CollectionVerdict;
import dev.kycport.ports.ConnectionVerdict;
import dev.kycport.ports.ConsentProof;
import dev.kycport.ports.DigiLockerGateway;
import dev.kycport.ports.SessionLost;
import io.vavr.control.Either;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Deepvue's DigiLocker: it keeps the token to itself, under the transaction id of the first call. */
final class DeepvueDigiLockerGateway implements DigiLockerGateway {

    private static final VerdictTable<Said, AuthorizationOffer> OFFER = DeepvueTables.noVerdicts();
    private static final VerdictTable<Said, ConnectionVerdict> CONNECT = DeepvueTables.sessionLost(new SessionLost());

    private final DeepvueApi api;
    private final Exchange<Said> exchange;
    private final InstantSource time;
    private final DeepvueConfig config;

    DeepvueDigiLockerGateway(DeepvueApi api, Exchange<Said> exchange, InstantSource time, DeepvueConfig config) {
        this.api = api;
        this.exchange = exchange;
        this.time = time;
        this.config = config;
    }

    @Override
    public Either<ProviderFailure, AuthorizationOffer> offer(
            ConsentProof proof, RedirectUrl back, Set<DocumentType> documents) {
        return exchange.ask(
                attempt -> api.initiateSession(attempt, DeepvueRequests.initiateSession(proof, back, documents)),
                OFFER,
                reply -> DeepvueAuthorization.offer(reply, documents));
    }

    @Override
    public Either<InputRejection, AuthorizationReturn> read(ReturnUrl url) {
        return DeepvueAuthorization.read(url.revealParameters(), config);
    }

    @Override
    public Either<ProviderFailure, ConnectionVerdict> connect(
            ConsentProof proof, ProviderReference reference, AuthorizationCode code) {
        return exchange.ask(
                attempt -> api.accessToken(attempt, DeepvueRequests.takeUp(proof, reference, code)),
                CONNECT,
                DeepvueTranslation::connected);
    }

    @Override
    public Either<ProviderFailure, CollectionVerdict> collect(
            ConsentProof proof, ProviderReference reference, Set<DocumentType> documents, Optional<Holder> holder) {
        return new DeepvueCollection(api, exchange.together(), proof, reference, config.aadhaarPdf())
                .of(documents, holder, new Assurance(Flow.DIGILOCKER, Deepvue.ID, time.instant()));
    }
}

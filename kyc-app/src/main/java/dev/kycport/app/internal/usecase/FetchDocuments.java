package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.call.CallExecutor;
import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.app.internal.session.ProviderCallIntent;
import dev.kycport.app.internal.session.RequireState;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.digilocker.AuthorizationRequest;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.DocumentHolder;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.spi.KycProvider;
import io.vavr.control.Either;
import java.util.Optional;

/** Fetches what the person shared in DigiLocker; can be repeated when it fails. */
public final class FetchDocuments {

    private final SessionRepository sessionRepository;
    private final CallExecutor callExecutor;

    public FetchDocuments(SessionRepository sessionRepository, CallExecutor callExecutor) {
        this.sessionRepository = sessionRepository;
        this.callExecutor = callExecutor;
    }

    public Either<KycFailure, StepResult> fetch(SessionId id) {
        return sessionRepository
                .find(id)
                .flatMap(RequireState::awaitingAuthorization)
                .flatMap(session -> fetch(session, Optional.empty()));
    }

    /** Fetches them in the step in which the provider told, perhaps, whose they are. */
    Either<KycFailure, StepResult> fetch(KycSession.AwaitingAuthorization<?> session, Optional<DocumentHolder> holder) {
        return session.fetchDocuments(sessionRepository.now()).flatMap(intent -> fetch(session, intent, holder));
    }

    private Either<KycFailure, StepResult> fetch(
            KycSession.Live session,
            KycSession.AwaitingAuthorization<AuthorizationChallenge.FetchingDocuments> intent,
            Optional<DocumentHolder> holder) {
        AuthorizationRequest offer = intent.authorization().previous().request();
        return sessionRepository
                .directory()
                .gateway(session, KycProvider::digiLocker)
                .flatMap(gateway -> callExecutor.execute(
                        ProviderCallIntent.of(ProviderCall.COLLECT_DOCUMENTS, session, intent),
                        proof -> gateway.fetchDocuments(proof, offer.reference(), offer.documents(), holder),
                        answer -> answer.fold(
                                failure -> CallOutcome.reverted(
                                        intent.with(intent.authorization().revert()), failure),
                                verdict -> verdict.match(verdictOutcome(intent)))));
    }

    private DocumentsOutcome verdictOutcome(
            KycSession.AwaitingAuthorization<AuthorizationChallenge.FetchingDocuments> intent) {
        return new DocumentsOutcome(intent, sessionRepository.policies(intent).session(), sessionRepository.now());
    }
}

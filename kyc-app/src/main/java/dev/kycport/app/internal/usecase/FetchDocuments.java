package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.call.CallExecutor;
import dev.kycport.app.internal.call.GatewayCall;
import dev.kycport.app.internal.provider.ProviderDirectory;
import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.app.internal.session.ProviderCallIntent;
import dev.kycport.app.internal.session.RequireState;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.digilocker.AuthorizationRequest;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.identity.DocumentHolder;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.DocumentsVerdict;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;
import java.util.Optional;

/** Fetches the documents that the person shared in DigiLocker; can be repeated after a failure. */
public final class FetchDocuments {

    private final SessionRepository sessions;
    private final ProviderDirectory providers;
    private final CallExecutor calls;
    private final KycEnvironment environment;

    public FetchDocuments(
            SessionRepository sessions, ProviderDirectory providers, CallExecutor calls, KycEnvironment environment) {
        this.sessions = sessions;
        this.providers = providers;
        this.calls = calls;
        this.environment = environment;
    }

    public Either<KycFailure, StepResult> fetch(SessionId id) {
        return sessions.find(id)
                .flatMap(RequireState::awaitingAuthorization)
                .flatMap(session -> fetch(session, Optional.empty()));
    }

    /** Fetches them right after the return, when the provider may have said whose documents they are. */
    Either<KycFailure, StepResult> fetch(KycSession.AwaitingAuthorization<?> session, Optional<DocumentHolder> holder) {
        return session.fetchDocuments(environment.now())
                .flatMap(intent -> providers
                        .digiLocker(session)
                        .flatMap(gateway -> calls.execute(new FetchCall(session, intent, gateway, holder))));
    }

    private final class FetchCall implements GatewayCall<DocumentsVerdict>, DocumentsVerdict.Cases<CallOutcome> {

        private final KycSession.Live session;
        private final KycSession.AwaitingAuthorization<AuthorizationChallenge.FetchingDocuments> intent;
        private final DigiLockerGateway gateway;
        private final Optional<DocumentHolder> holder;

        FetchCall(
                KycSession.Live session,
                KycSession.AwaitingAuthorization<AuthorizationChallenge.FetchingDocuments> intent,
                DigiLockerGateway gateway,
                Optional<DocumentHolder> holder) {
            this.session = session;
            this.intent = intent;
            this.gateway = gateway;
            this.holder = holder;
        }

        @Override
        public ProviderCallIntent intent() {
            return ProviderCallIntent.of(ProviderCall.COLLECT_DOCUMENTS, session, intent);
        }

        @Override
        public Either<ProviderFailure, DocumentsVerdict> ask(ConsentProof proof) {
            AuthorizationRequest request = intent.authorization().previous().request();
            return gateway.fetchDocuments(proof, request.reference(), request.documents(), holder);
        }

        @Override
        public CallOutcome outcome(DocumentsVerdict verdict) {
            return verdict.match(this);
        }

        @Override
        public CallOutcome documentsFetched(DocumentsVerdict.DocumentsFetched verdict) {
            return CallOutcome.verified(
                    intent.verify(
                            intent.authorization(),
                            verdict.identity(),
                            providers.policies(session).session(),
                            environment.now()),
                    verdict.leftOut());
        }

        @Override
        public CallOutcome nothingShared() {
            return CallOutcome.of(
                    intent.endDenied(intent.authorization().deny()), VerdictCode.AUTHORIZATION_EMPTY.report());
        }

        @Override
        public CallOutcome sessionLost() {
            return CallOutcome.sessionLost(intent);
        }

        @Override
        public CallOutcome failed(ProviderFailure failure) {
            return CallOutcome.reverted(intent.with(intent.authorization().revert()), failure);
        }
    }
}

package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.call.CallExecutor;
import dev.kycport.app.internal.call.Failover;
import dev.kycport.app.internal.call.FlowStart;
import dev.kycport.app.internal.call.GatewayCall;
import dev.kycport.app.internal.provider.ProviderDirectory;
import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.app.internal.session.ProviderCallIntent;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.digilocker.AuthorizationPolicy;
import dev.kycport.domain.digilocker.AuthorizationRequest;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;
import java.util.Set;

/** Starts the DigiLocker flow: asks the provider for the page on which the person authorizes access. */
public final class StartDigiLocker {

    private final Failover failover;
    private final ProviderDirectory providers;
    private final CallExecutor calls;
    private final KycEnvironment environment;

    public StartDigiLocker(
            Failover failover, ProviderDirectory providers, CallExecutor calls, KycEnvironment environment) {
        this.failover = failover;
        this.providers = providers;
        this.calls = calls;
        this.environment = environment;
    }

    public Either<KycFailure, StepResult> start(SessionId id, RedirectUrl redirect, Set<DocumentType> documents) {
        return documents.isEmpty()
                ? Either.left(InputField.DOCUMENT.reject("must be named at least once"))
                : failover.start(id, new FirstRequest(redirect, documents));
    }

    private final class FirstRequest implements FlowStart {

        private final RedirectUrl redirect;
        private final Set<DocumentType> documents;

        FirstRequest(RedirectUrl redirect, Set<DocumentType> documents) {
            this.redirect = redirect;
            this.documents = documents;
        }

        @Override
        public ProviderCall firstCall() {
            return ProviderCall.OFFER_AUTHORIZATION;
        }

        @Override
        public boolean isSupportedBy(KycProvider provider) {
            return provider.digiLocker().isPresent();
        }

        @Override
        public Either<KycFailure, StepResult> start(KycSession.Consented session) {
            return session.requestAuthorization(environment.now())
                    .flatMap(intent -> providers
                            .digiLocker(session)
                            .flatMap(gateway -> calls.execute(
                                    new RequestAuthorization(session, intent, gateway, redirect, documents))));
        }
    }

    private final class RequestAuthorization implements GatewayCall<AuthorizationRequest> {

        private final KycSession.Live session;
        private final KycSession.AwaitingAuthorization<AuthorizationChallenge.Requested> intent;
        private final DigiLockerGateway gateway;
        private final RedirectUrl redirect;
        private final Set<DocumentType> documents;

        RequestAuthorization(
                KycSession.Live session,
                KycSession.AwaitingAuthorization<AuthorizationChallenge.Requested> intent,
                DigiLockerGateway gateway,
                RedirectUrl redirect,
                Set<DocumentType> documents) {
            this.session = session;
            this.intent = intent;
            this.gateway = gateway;
            this.redirect = redirect;
            this.documents = documents;
        }

        @Override
        public ProviderCallIntent intent() {
            return ProviderCallIntent.of(ProviderCall.OFFER_AUTHORIZATION, session, intent);
        }

        @Override
        public Either<ProviderFailure, AuthorizationRequest> ask(ConsentProof proof) {
            return gateway.requestAuthorization(proof, redirect, documents);
        }

        @Override
        public CallOutcome outcome(AuthorizationRequest request) {
            AuthorizationPolicy policy = providers.policies(session).authorization();
            return CallOutcome.of(intent.with(intent.authorization().offer(request, policy, environment.now())));
        }

        @Override
        public CallOutcome failed(ProviderFailure failure) {
            return CallOutcome.reverted(intent.revert(intent.authorization()), failure);
        }
    }
}

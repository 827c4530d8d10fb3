package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.call.CallExecutor;
import dev.kycport.app.internal.call.GatewayCall;
import dev.kycport.app.internal.provider.ProviderDirectory;
import dev.kycport.app.internal.session.AuditEntries;
import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.app.internal.session.ProviderCallIntent;
import dev.kycport.app.internal.session.RequireState;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.digilocker.AuthorizationCallback;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.AuthorizationRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.identity.DocumentHolder;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.GrantVerdict;
import dev.kycport.ports.store.AuditTrail;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;
import java.util.Optional;

/** Handles the person's return from DigiLocker: exchanges the grant, then fetches the documents that they shared. */
public final class HandleDigiLockerReturn {

    private final SessionRepository sessions;
    private final ProviderDirectory providers;
    private final CallExecutor calls;
    private final FetchDocuments fetchDocuments;
    private final AuditTrail audit;
    private final KycEnvironment environment;

    public HandleDigiLockerReturn(
            SessionRepository sessions,
            ProviderDirectory providers,
            CallExecutor calls,
            FetchDocuments fetchDocuments,
            AuditTrail audit,
            KycEnvironment environment) {
        this.sessions = sessions;
        this.providers = providers;
        this.calls = calls;
        this.fetchDocuments = fetchDocuments;
        this.audit = audit;
        this.environment = environment;
    }

    public Either<KycFailure, StepResult> handle(SessionId id, ReturnUrl url) {
        return sessions.find(id).flatMap(RequireState::awaitingAuthorization).flatMap(session -> handle(session, url));
    }

    private Either<KycFailure, StepResult> handle(KycSession.AwaitingAuthorization<?> session, ReturnUrl url) {
        return providers
                .digiLocker(session)
                .flatMap(gateway -> gateway.parseCallback(url)
                        .flatMap(callback -> callback.match(
                                granted -> exchangeGrant(session, gateway, granted),
                                refused -> endDenied(session, refused))));
    }

    private Either<KycFailure, StepResult> exchangeGrant(
            KycSession.AwaitingAuthorization<?> session,
            DigiLockerGateway gateway,
            AuthorizationCallback.Granted granted) {
        return session.acceptCallback(granted, environment.now())
                .peekLeft(rejection -> auditForeignReturn(session, rejection))
                .map(intent -> new ExchangeGrant(session, intent, gateway, granted.code()))
                .flatMap(
                        exchange -> calls.execute(exchange).flatMap(result -> fetchDocuments(result, exchange.holder)));
    }

    private Either<KycFailure, StepResult> endDenied(
            KycSession.AwaitingAuthorization<?> session, AuthorizationCallback.Refused refused) {
        VerdictCode verdict =
                refused.nothingShared() ? VerdictCode.AUTHORIZATION_EMPTY : VerdictCode.AUTHORIZATION_DENIED;
        return session.acceptCallback(refused, environment.now())
                .peekLeft(rejection -> auditForeignReturn(session, rejection))
                .flatMap(ended -> sessions.saveStep(session, ended))
                .map(ended -> new StepResult(ended.session(), Optional.of(verdict.report())));
    }

    private void auditForeignReturn(KycSession session, KycFailure rejection) {
        if (rejection instanceof AuthorizationRejection.Foreign) {
            audit.append(AuditEntries.refused(session, environment.now(), rejection));
        }
    }

    // The grant is used up, so a failure to fetch is reported beside the new state and not instead of it.
    private Either<KycFailure, StepResult> fetchDocuments(StepResult exchanged, Optional<DocumentHolder> holder) {
        return exchanged.session() instanceof KycSession.AwaitingAuthorization<?> connected
                ? fetchDocuments
                        .fetch(connected, holder)
                        .fold(failure -> report(connected.id(), failure), Either::right)
                : Either.right(exchanged);
    }

    private Either<KycFailure, StepResult> report(SessionId id, KycFailure failure) {
        return failure instanceof ProviderFailure
                ? sessions.find(id).map(session -> new StepResult(session, Optional.of(failure)))
                : Either.left(failure);
    }

    private static final class ExchangeGrant implements GatewayCall<GrantVerdict>, GrantVerdict.Cases<CallOutcome> {

        private final KycSession.Live session;
        private final KycSession.AwaitingAuthorization<AuthorizationChallenge.Returned> intent;
        private final DigiLockerGateway gateway;
        private final AuthorizationCode code;
        // Known only while the return is handled; it is never stored.
        private Optional<DocumentHolder> holder = Optional.empty();

        ExchangeGrant(
                KycSession.Live session,
                KycSession.AwaitingAuthorization<AuthorizationChallenge.Returned> intent,
                DigiLockerGateway gateway,
                AuthorizationCode code) {
            this.session = session;
            this.intent = intent;
            this.gateway = gateway;
            this.code = code;
        }

        @Override
        public ProviderCallIntent intent() {
            return ProviderCallIntent.of(ProviderCall.TAKE_UP_AUTHORIZATION, session, intent);
        }

        @Override
        public Either<ProviderFailure, GrantVerdict> ask(ConsentProof proof) {
            return gateway.exchangeGrant(
                    proof, intent.authorization().previous().request().reference(), code);
        }

        @Override
        public CallOutcome outcome(GrantVerdict verdict) {
            return verdict.match(this);
        }

        @Override
        public CallOutcome connected(GrantVerdict.Connected verdict) {
            holder = verdict.holder();
            return CallOutcome.of(intent.with(intent.authorization().connect()));
        }

        @Override
        public CallOutcome grantRefused() {
            return CallOutcome.of(
                    intent.endDenied(intent.authorization().deny()), VerdictCode.AUTHORIZATION_DENIED.report());
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

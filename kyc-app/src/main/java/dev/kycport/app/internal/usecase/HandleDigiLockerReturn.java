package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.call.CallExecutor;
import dev.kycport.app.internal.session.AuditEntries;
import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.app.internal.session.ProviderCallIntent;
import dev.kycport.app.internal.session.RequireState;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.digilocker.AuthorizationCallback;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.AuthorizationRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.identity.DocumentHolder;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.GrantVerdict;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.store.AuditTrail;
import io.vavr.control.Either;
import java.util.Optional;

/** Takes up the person's return from DigiLocker and, if they granted access, collects what they shared. */
public final class HandleDigiLockerReturn {

    private final SessionRepository sessionRepository;
    private final CallExecutor callExecutor;
    private final AuditTrail audit;
    private final FetchDocuments fetchDocuments;

    public HandleDigiLockerReturn(
            SessionRepository sessionRepository,
            CallExecutor callExecutor,
            AuditTrail audit,
            FetchDocuments collecting) {
        this.sessionRepository = sessionRepository;
        this.callExecutor = callExecutor;
        this.audit = audit;
        this.fetchDocuments = collecting;
    }

    public Either<KycFailure, StepResult> handle(SessionId id, ReturnUrl url) {
        return sessionRepository
                .find(id)
                .flatMap(RequireState::awaitingAuthorization)
                .flatMap(session -> sessionRepository
                        .directory()
                        .gateway(session, KycProvider::digiLocker)
                        .flatMap(gateway -> gateway.parseCallback(url)
                                .flatMap(back -> back.match(
                                        granted -> exchangeGrant(session, gateway, granted),
                                        refused -> endDenied(session, refused)))));
    }

    private Either<KycFailure, StepResult> exchangeGrant(
            KycSession.AwaitingAuthorization<?> session,
            DigiLockerGateway gateway,
            AuthorizationCallback.Granted granted) {
        return session.acceptCallback(granted, sessionRepository.now())
                .peekLeft(no -> auditForeignReturn(session, no))
                .flatMap(intent -> callExecutor.executeForAnswer(
                        ProviderCallIntent.of(ProviderCall.TAKE_UP_AUTHORIZATION, session, intent),
                        proof -> gateway.exchangeGrant(
                                proof,
                                intent.authorization().previous().request().reference(),
                                granted.code()),
                        answer -> answer.fold(
                                failure -> CallOutcome.reverted(
                                        intent.with(intent.authorization().revert()), failure),
                                verdict -> verdict.match(new GrantOutcome(intent)))))
                .flatMap(this::fetchDocuments);
    }

    private Either<KycFailure, StepResult> endDenied(
            KycSession.AwaitingAuthorization<?> session, AuthorizationCallback.Refused refused) {
        return session.acceptCallback(refused, sessionRepository.now())
                .peekLeft(no -> auditForeignReturn(session, no))
                .flatMap(ended -> sessionRepository.save(
                        session, ended, AuditEntries.step(session, ended, sessionRepository.now())))
                .map(ended -> new StepResult(ended, Optional.of(verdict(refused).report())));
    }

    private static VerdictCode verdict(AuthorizationCallback.Refused refused) {
        return refused.nothingShared() ? VerdictCode.AUTHORIZATION_EMPTY : VerdictCode.AUTHORIZATION_DENIED;
    }

    private void auditForeignReturn(KycSession session, KycFailure no) {
        if (no instanceof AuthorizationRejection.Foreign) {
            audit.append(AuditEntries.refused(session, sessionRepository.now(), no));
        }
    }

    // The return is taken up for good, so a failure to collect is told beside the new state rather than instead of it.
    private Either<KycFailure, StepResult> fetchDocuments(
            CallExecutor.ResultWithAnswer<GrantVerdict> resultWithAnswer) {
        return resultWithAnswer.progress().session() instanceof KycSession.AwaitingAuthorization<?> connected
                ? fetchDocuments
                        .fetch(connected, holder(resultWithAnswer.answer()))
                        .fold(failure -> withFailure(connected.id(), failure), Either::right)
                : Either.right(resultWithAnswer.progress());
    }

    private static Optional<DocumentHolder> holder(Either<ProviderFailure, GrantVerdict> answer) {
        return answer.fold(
                failure -> Optional.empty(),
                verdict -> verdict instanceof GrantVerdict.Connected connected ? connected.holder() : Optional.empty());
    }

    private Either<KycFailure, StepResult> withFailure(SessionId id, KycFailure failure) {
        return failure instanceof ProviderFailure
                ? sessionRepository.find(id).map(session -> new StepResult(session, Optional.of(failure)))
                : Either.left(failure);
    }
}

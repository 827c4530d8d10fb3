package dev.kycport.app;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.digilocker.AuthorizationReturn;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.AuthorizationRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.identity.Holder;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.AuditTrail;
import dev.kycport.ports.ConnectionVerdict;
import dev.kycport.ports.DigiLockerGateway;
import dev.kycport.ports.KycProvider;
import io.vavr.control.Either;
import java.util.Optional;

/** Takes up the person's return from DigiLocker and, if they granted access, collects what they shared. */
final class TakeUpReturn {

    private final Desk desk;
    private final Caller caller;
    private final AuditTrail audit;
    private final CollectDocuments collecting;

    TakeUpReturn(Desk desk, Caller caller, AuditTrail audit, CollectDocuments collecting) {
        this.desk = desk;
        this.caller = caller;
        this.audit = audit;
        this.collecting = collecting;
    }

    Either<KycFailure, Progress> take(SessionId id, ReturnUrl url) {
        return desk.find(id)
                .flatMap(Expect::awaitingAuthorization)
                .flatMap(session -> desk.directory()
                        .gateway(session, KycProvider::digiLocker)
                        .<KycFailure>mapLeft(no -> no)
                        .flatMap(gateway -> gateway.read(url)
                                .<KycFailure>mapLeft(no -> no)
                                .flatMap(back -> back.match(
                                        granted -> granted(session, gateway, granted),
                                        refused -> refused(session, refused)))));
    }

    private Either<KycFailure, Progress> granted(
            KycSession.AwaitingAuthorization<?> session,
            DigiLockerGateway gateway,
            AuthorizationReturn.Granted granted) {
        return session.take(granted, desk.now())
                .<KycFailure>mapLeft(no -> no)
                .peekLeft(no -> witness(session, no))
                .flatMap(intent -> caller.answered(
                        Call.of(ProviderCall.TAKE_UP_AUTHORIZATION, session, intent),
                        proof -> gateway.connect(
                                proof, intent.authorization().to().offer().reference(), granted.code()),
                        answer -> answer.fold(
                                failure -> Outcome.undone(
                                        intent.with(intent.authorization().revert()), failure),
                                verdict -> verdict.match(new AfterTakeUp(intent)))))
                .flatMap(this::collected);
    }

    private Either<KycFailure, Progress> refused(
            KycSession.AwaitingAuthorization<?> session, AuthorizationReturn.Refused refused) {
        return session.take(refused, desk.now())
                .<KycFailure>mapLeft(no -> no)
                .peekLeft(no -> witness(session, no))
                .flatMap(ended -> desk.save(session, ended, Entries.step(session, ended, desk.now())))
                .map(ended -> new Progress(ended, Optional.of(verdict(refused).report())));
    }

    private static VerdictCode verdict(AuthorizationReturn.Refused refused) {
        return refused.nothingShared() ? VerdictCode.AUTHORIZATION_EMPTY : VerdictCode.AUTHORIZATION_DENIED;
    }

    private void witness(KycSession session, KycFailure no) {
        if (no instanceof AuthorizationRejection.Foreign) {
            audit.append(Entries.refused(session, desk.now(), no));
        }
    }

    // The return is taken up for good, so a failure to collect is told beside the new state rather than instead of it.
    private Either<KycFailure, Progress> collected(Caller.Answered<ConnectionVerdict> answered) {
        return answered.progress().session() instanceof KycSession.AwaitingAuthorization<?> connected
                ? collecting
                        .collect(connected, holder(answered.answer()))
                        .fold(failure -> beside(connected.id(), failure), Either::right)
                : Either.right(answered.progress());
    }

    private static Optional<Holder> holder(Either<ProviderFailure, ConnectionVerdict> answer) {
        return answer.fold(
                failure -> Optional.empty(),
                verdict -> verdict instanceof ConnectionVerdict.Connected connected
                        ? connected.holder()
                        : Optional.empty());
    }

    private Either<KycFailure, Progress> beside(SessionId id, KycFailure failure) {
        return failure instanceof ProviderFailure
                ? desk.find(id).map(session -> new Progress(session, Optional.of(failure)))
                : Either.left(failure);
    }
}

package dev.kycport.app;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.digilocker.AuthorizationOffer;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.failure.Field;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.KycProvider;
import io.vavr.control.Either;
import java.util.Set;

/** Takes the first step of a flow, at the session's provider or where {@link Failover} leads. */
final class StartFlow {

    private final Desk desk;
    private final Failover failover;
    private final Caller caller;
    private final CodeSending sending;
    private final CaptchaLoading loading;

    StartFlow(Desk desk, ConsentDesk consents, Caller caller, CodeSending sending, CaptchaLoading loading) {
        this.desk = desk;
        this.failover = new Failover(desk, consents);
        this.caller = caller;
        this.sending = sending;
        this.loading = loading;
    }

    /** The captcha flow: fetches the first image. */
    Either<KycFailure, Progress> captcha(SessionId id) {
        Beginning how = new Beginning(
                ProviderCall.CONNECT,
                provider -> provider.captchaOtp().isPresent(),
                session -> session.askCaptcha(desk.policies(session), desk.now())
                        .<KycFailure>mapLeft(no -> no)
                        .flatMap(intent -> loading.connect(session, intent)));
        return failover.begin(id, how);
    }

    /** The direct flow: has the first code sent. */
    Either<KycFailure, Progress> code(SessionId id, IdentityNumber number) {
        Beginning how = new Beginning(
                ProviderCall.SEND_CODE,
                provider -> provider.directOtp()
                        .filter(gateway -> CodeSending.takes(gateway, number))
                        .isPresent(),
                session -> session.requestCode(desk.policies(session).otp(), desk.now())
                        .<KycFailure>mapLeft(no -> no)
                        .flatMap(intent -> sending.send(session, intent, number)));
        return failover.begin(id, how);
    }

    /** The DigiLocker flow: fetches an offer to authorise. */
    Either<KycFailure, Progress> authorization(SessionId id, RedirectUrl back, Set<DocumentType> documents) {
        Beginning how = new Beginning(
                ProviderCall.OFFER_AUTHORIZATION,
                provider -> provider.digiLocker().isPresent(),
                session -> session.askAuthorization(desk.now())
                        .<KycFailure>mapLeft(no -> no)
                        .flatMap(intent -> offer(session, intent, back, documents)));
        return documents.isEmpty()
                ? Either.left(Field.DOCUMENT.because("must be named at least once"))
                : failover.begin(id, how);
    }

    private Either<KycFailure, Progress> offer(
            KycSession.Consented session,
            KycSession.AwaitingAuthorization<AuthorizationChallenge.Requested> intent,
            RedirectUrl back,
            Set<DocumentType> documents) {
        Call call = Call.of(ProviderCall.OFFER_AUTHORIZATION, session, intent);
        return desk.directory()
                .gateway(session, KycProvider::digiLocker)
                .<KycFailure>mapLeft(no -> no)
                .flatMap(gateway -> caller.make(
                        call,
                        proof -> gateway.offer(proof, back, documents),
                        answer -> answer.fold(
                                failure -> Outcome.undone(intent.revert(intent.authorization()), failure),
                                offer -> Outcome.of(offered(intent, offer)))));
    }

    private KycSession offered(
            KycSession.AwaitingAuthorization<AuthorizationChallenge.Requested> intent, AuthorizationOffer offer) {
        return intent.with(
                intent.authorization().offer(offer, desk.policies(intent).authorization(), desk.now()));
    }
}

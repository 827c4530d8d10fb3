package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.call.CallExecutor;
import dev.kycport.app.internal.call.Failover;
import dev.kycport.app.internal.call.FlowStart;
import dev.kycport.app.internal.consent.ConsentService;
import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.app.internal.session.ProviderCallIntent;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.digilocker.AuthorizationRequest;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.spi.KycProvider;
import io.vavr.control.Either;
import java.util.Set;

/** Takes the first step of a flow, at the session's provider or where {@link Failover} leads. */
public final class StartFlow {

    private final SessionRepository sessionRepository;
    private final Failover failover;
    private final CallExecutor callExecutor;
    private final SendOtp sendOtp;
    private final FetchCaptcha fetchCaptcha;

    public StartFlow(
            SessionRepository sessionRepository,
            ConsentService consents,
            CallExecutor callExecutor,
            SendOtp sending,
            FetchCaptcha loading) {
        this.sessionRepository = sessionRepository;
        this.failover = new Failover(sessionRepository, consents);
        this.callExecutor = callExecutor;
        this.sendOtp = sending;
        this.fetchCaptcha = loading;
    }

    /** The captcha flow: fetches the first image. */
    public Either<KycFailure, StepResult> startCaptchaOtp(SessionId id) {
        FlowStart flowStart = new FlowStart(
                ProviderCall.CONNECT,
                provider -> provider.captchaOtp().isPresent(),
                session -> session.requestCaptcha(sessionRepository.policies(session), sessionRepository.now())
                        .flatMap(intent -> fetchCaptcha.fetchFirst(session, intent)));
        return failover.start(id, flowStart);
    }

    /** The direct flow: has the first code sent. */
    public Either<KycFailure, StepResult> startDirectOtp(SessionId id, IdentityNumber number) {
        FlowStart flowStart = new FlowStart(
                ProviderCall.SEND_CODE,
                provider -> provider.directOtp()
                        .filter(gateway -> SendOtp.accepts(gateway, number))
                        .isPresent(),
                session -> session.requestCode(
                                sessionRepository.policies(session).otp(), sessionRepository.now())
                        .flatMap(intent -> sendOtp.send(session, intent, number)));
        return failover.start(id, flowStart);
    }

    /** The DigiLocker flow: fetches an offer to authorise. */
    public Either<KycFailure, StepResult> startDigiLocker(
            SessionId id, RedirectUrl redirect, Set<DocumentType> documents) {
        FlowStart flowStart = new FlowStart(
                ProviderCall.OFFER_AUTHORIZATION,
                provider -> provider.digiLocker().isPresent(),
                session -> session.requestAuthorization(sessionRepository.now())
                        .flatMap(intent -> requestOffer(session, intent, redirect, documents)));
        return documents.isEmpty()
                ? Either.left(InputField.DOCUMENT.reject("must be named at least once"))
                : failover.start(id, flowStart);
    }

    private Either<KycFailure, StepResult> requestOffer(
            KycSession.Consented session,
            KycSession.AwaitingAuthorization<AuthorizationChallenge.Requested> intent,
            RedirectUrl redirect,
            Set<DocumentType> documents) {
        ProviderCallIntent providerCallIntent =
                ProviderCallIntent.of(ProviderCall.OFFER_AUTHORIZATION, session, intent);
        return sessionRepository
                .directory()
                .gateway(session, KycProvider::digiLocker)
                .flatMap(gateway -> callExecutor.execute(
                        providerCallIntent,
                        proof -> gateway.requestAuthorization(proof, redirect, documents),
                        answer -> answer.fold(
                                failure -> CallOutcome.reverted(intent.revert(intent.authorization()), failure),
                                offer -> CallOutcome.of(offered(intent, offer)))));
    }

    private KycSession offered(
            KycSession.AwaitingAuthorization<AuthorizationChallenge.Requested> intent, AuthorizationRequest offer) {
        return intent.with(intent.authorization()
                .offer(offer, sessionRepository.policies(intent).authorization(), sessionRepository.now()));
    }
}

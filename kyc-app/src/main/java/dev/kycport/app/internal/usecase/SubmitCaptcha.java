package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.call.CallExecutor;
import dev.kycport.app.internal.call.NumberReservation;
import dev.kycport.app.internal.call.NumberReservations;
import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.app.internal.session.ProviderCallIntent;
import dev.kycport.app.internal.session.RequireState;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.failure.VerdictReport;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.ports.spi.KycProvider;
import io.vavr.control.Either;

/** Submits number and captcha answer, which has a code sent; after a wrong answer the next image is fetched at once. */
public final class SubmitCaptcha {

    private final SessionRepository sessionRepository;
    private final CallExecutor callExecutor;
    private final NumberReservations reservations;
    private final FetchCaptcha fetchCaptcha;

    public SubmitCaptcha(
            SessionRepository sessionRepository,
            CallExecutor callExecutor,
            NumberReservations numberReservations,
            FetchCaptcha loading) {
        this.sessionRepository = sessionRepository;
        this.callExecutor = callExecutor;
        this.reservations = numberReservations;
        this.fetchCaptcha = loading;
    }

    public Either<KycFailure, StepResult> submit(SessionId id, IdentityNumber number, CaptchaAnswer answer) {
        return sessionRepository
                .find(id)
                .flatMap(RequireState::awaitingCaptcha)
                .flatMap(session -> session.answer(sessionRepository.now())
                        .flatMap(intent -> send(session, intent, number, answer)))
                .map(this::addNextImageIfWrong);
    }

    private Either<KycFailure, StepResult> send(
            KycSession.Live session,
            KycSession.AwaitingCaptcha<CaptchaChallenge.Answered> intent,
            IdentityNumber number,
            CaptchaAnswer answer) {
        return sessionRepository
                .directory()
                .gateway(session, KycProvider::captchaOtp)
                .flatMap(gateway -> SendOtp.requireAccepted(gateway, number))
                .flatMap(gateway -> reservations
                        .reserve(session, number)
                        .flatMap(numberReservation -> send(session, intent, gateway, answer, numberReservation)));
    }

    private Either<KycFailure, StepResult> send(
            KycSession.Live session,
            KycSession.AwaitingCaptcha<CaptchaChallenge.Answered> intent,
            CaptchaOtpGateway gateway,
            CaptchaAnswer answer,
            NumberReservation numberReservation) {
        ProviderReference known = intent.captcha().previous().image().session();
        return callExecutor
                .execute(
                        ProviderCallIntent.of(ProviderCall.SEND_CODE, session, intent)
                                .withNumber(numberReservation.number()),
                        proof -> numberReservation.releaseUnlessPending(
                                gateway.send(proof, known, numberReservation.number(), answer)),
                        reply -> reply.fold(
                                failure -> toOutcome(intent, failure),
                                verdict -> verdict.match(verdictOutcome(intent))))
                .peek(stepResult -> numberReservation.extendAfterSend(stepResult.session(), sessionRepository.now()))
                .peekLeft(numberReservation::releaseIfRejected);
    }

    private CallOutcome toOutcome(
            KycSession.AwaitingCaptcha<CaptchaChallenge.Answered> intent, ProviderFailure failure) {
        return failure.mayHaveBeenDelivered()
                ? verdictOutcome(intent).lost(failure)
                : CallOutcome.reverted(intent.with(intent.captcha().revert()), failure);
    }

    private CaptchaSendOutcome verdictOutcome(KycSession.AwaitingCaptcha<CaptchaChallenge.Answered> intent) {
        return new CaptchaSendOutcome(intent, sessionRepository.policies(intent).otp(), sessionRepository.now());
    }

    // If it cannot be had now, the person can still ask for one; the answer to the wrong one is not lost on the way.
    private StepResult addNextImageIfWrong(StepResult stepResult) {
        boolean wrong = stepResult
                .report()
                .filter(stepReport ->
                        stepReport instanceof VerdictReport verdict && verdict.verdict() == VerdictCode.WRONG_CAPTCHA)
                .isPresent();
        return wrong && stepResult.session() instanceof KycSession.AwaitingCaptcha<?> session
                ? fetchNextImage(session, stepResult)
                : stepResult;
    }

    private StepResult fetchNextImage(KycSession.AwaitingCaptcha<?> session, StepResult stepResult) {
        if (session.captcha() instanceof CaptchaChallenge.Shown shown) {
            return fetchCaptcha
                    .fetch(session, session.with(shown.replace(sessionRepository.now())))
                    .fold(
                            failure -> sessionRepository
                                    .find(session.id())
                                    .fold(unknown -> stepResult, now -> new StepResult(now, stepResult.report())),
                            loaded -> new StepResult(
                                    loaded.session(), loaded.report().or(stepResult::report)));
        }
        return stepResult;
    }
}

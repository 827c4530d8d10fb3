package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.call.CallExecutor;
import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.app.internal.session.ProviderCallIntent;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.spi.KycProvider;
import io.vavr.control.Either;

/** Fetches captcha images: the first of a provider's session, or another of the same. */
public final class FetchCaptcha {

    private final SessionRepository sessionRepository;
    private final CallExecutor callExecutor;

    public FetchCaptcha(SessionRepository sessionRepository, CallExecutor callExecutor) {
        this.sessionRepository = sessionRepository;
        this.callExecutor = callExecutor;
    }

    /** Another image if the provider's session is known, else the first of a new one. */
    Either<KycFailure, StepResult> fetch(
            KycSession.Live session, KycSession.AwaitingCaptcha<CaptchaChallenge.Requested> intent) {
        return intent.captcha()
                .previous()
                .filter(CaptchaChallenge.Shown.class::isInstance)
                .map(CaptchaChallenge.Shown.class::cast)
                .map(shown -> fetchNext(session, intent, shown))
                .orElseGet(() -> fetchFirst(session, intent));
    }

    Either<KycFailure, StepResult> fetchFirst(
            KycSession.Live session, KycSession.AwaitingCaptcha<CaptchaChallenge.Requested> intent) {
        return sessionRepository
                .directory()
                .gateway(session, KycProvider::captchaOtp)
                .flatMap(gateway -> callExecutor.execute(
                        ProviderCallIntent.of(ProviderCall.CONNECT, session, intent),
                        gateway::fetchCaptcha,
                        answer -> answer.fold(
                                failure -> reverted(intent, failure),
                                image -> verdictOutcome(intent).shown(image))));
    }

    private Either<KycFailure, StepResult> fetchNext(
            KycSession.Live session,
            KycSession.AwaitingCaptcha<CaptchaChallenge.Requested> intent,
            CaptchaChallenge.Shown shown) {
        return sessionRepository
                .directory()
                .gateway(session, KycProvider::captchaOtp)
                .flatMap(gateway -> callExecutor.execute(
                        ProviderCallIntent.of(ProviderCall.RELOAD_CAPTCHA, session, intent),
                        proof -> gateway.reloadCaptcha(proof, shown.image().session()),
                        answer -> answer.fold(
                                failure -> reverted(intent, failure),
                                verdict -> verdict.match(verdictOutcome(intent)))));
    }

    private CaptchaImageOutcome verdictOutcome(KycSession.AwaitingCaptcha<CaptchaChallenge.Requested> intent) {
        return new CaptchaImageOutcome(
                intent, sessionRepository.policies(intent).captcha(), sessionRepository.now());
    }

    // Fetching an image has no effect on anyone, so whatever failed, all is as before.
    private static CallOutcome reverted(
            KycSession.AwaitingCaptcha<CaptchaChallenge.Requested> intent, ProviderFailure failure) {
        return CallOutcome.reverted(intent.revert(intent.captcha().revert()), failure);
    }
}

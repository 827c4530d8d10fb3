package dev.kycport.app;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.KycProvider;
import io.vavr.control.Either;

/** Fetches captcha images: the first of a provider's session, or another of the same. */
final class CaptchaLoading {

    private final Desk desk;
    private final Caller caller;

    CaptchaLoading(Desk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /** Another image if the provider's session is known, else the first of a new one. */
    Either<KycFailure, Progress> load(
            KycSession.Live session, KycSession.AwaitingCaptcha<CaptchaChallenge.Requested> intent) {
        return intent.captcha()
                .before()
                .filter(CaptchaChallenge.Shown.class::isInstance)
                .map(CaptchaChallenge.Shown.class::cast)
                .map(shown -> reload(session, intent, shown))
                .orElseGet(() -> connect(session, intent));
    }

    Either<KycFailure, Progress> connect(
            KycSession.Live session, KycSession.AwaitingCaptcha<CaptchaChallenge.Requested> intent) {
        return desk.directory()
                .gateway(session, KycProvider::captchaOtp)
                .<KycFailure>mapLeft(no -> no)
                .flatMap(gateway -> caller.make(
                        Call.of(ProviderCall.CONNECT, session, intent),
                        gateway::connect,
                        answer -> answer.fold(
                                failure -> failed(intent, failure),
                                image -> after(intent).shown(image))));
    }

    private Either<KycFailure, Progress> reload(
            KycSession.Live session,
            KycSession.AwaitingCaptcha<CaptchaChallenge.Requested> intent,
            CaptchaChallenge.Shown shown) {
        return desk.directory()
                .gateway(session, KycProvider::captchaOtp)
                .<KycFailure>mapLeft(no -> no)
                .flatMap(gateway -> caller.make(
                        Call.of(ProviderCall.RELOAD_CAPTCHA, session, intent),
                        proof -> gateway.reload(proof, shown.image().session()),
                        answer -> answer.fold(
                                failure -> failed(intent, failure), verdict -> verdict.match(after(intent)))));
    }

    private AfterLoad after(KycSession.AwaitingCaptcha<CaptchaChallenge.Requested> intent) {
        return new AfterLoad(intent, desk.policies(intent).captcha(), desk.now());
    }

    // Fetching an image has no effect on anyone, so whatever failed, all is as before.
    private static Outcome failed(
            KycSession.AwaitingCaptcha<CaptchaChallenge.Requested> intent, ProviderFailure failure) {
        return Outcome.undone(intent.revert(intent.captcha().revert()), failure);
    }
}

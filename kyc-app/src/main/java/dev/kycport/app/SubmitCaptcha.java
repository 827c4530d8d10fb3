package dev.kycport.app;

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
import dev.kycport.ports.CaptchaOtpGateway;
import dev.kycport.ports.KycProvider;
import io.vavr.control.Either;

/** Submits number and captcha answer, which has a code sent; after a wrong answer the next image is fetched at once. */
final class SubmitCaptcha {

    private final Desk desk;
    private final Caller caller;
    private final Claims claims;
    private final CaptchaLoading loading;

    SubmitCaptcha(Desk desk, Caller caller, Claims claims, CaptchaLoading loading) {
        this.desk = desk;
        this.caller = caller;
        this.claims = claims;
        this.loading = loading;
    }

    Either<KycFailure, Progress> submit(SessionId id, IdentityNumber number, CaptchaAnswer answer) {
        return desk.find(id)
                .flatMap(Expect::awaitingCaptcha)
                .flatMap(session -> session.answer(desk.now())
                        .<KycFailure>mapLeft(no -> no)
                        .flatMap(intent -> send(session, intent, number, answer)))
                .map(this::withNextImage);
    }

    private Either<KycFailure, Progress> send(
            KycSession.Live session,
            KycSession.AwaitingCaptcha<CaptchaChallenge.Answered> intent,
            IdentityNumber number,
            CaptchaAnswer answer) {
        return desk.directory()
                .gateway(session, KycProvider::captchaOtp)
                .<KycFailure>mapLeft(no -> no)
                .flatMap(gateway -> CodeSending.accepted(gateway, number))
                .flatMap(gateway ->
                        claims.claim(session, number).flatMap(claim -> send(session, intent, gateway, answer, claim)));
    }

    private Either<KycFailure, Progress> send(
            KycSession.Live session,
            KycSession.AwaitingCaptcha<CaptchaChallenge.Answered> intent,
            CaptchaOtpGateway gateway,
            CaptchaAnswer answer,
            Claim claim) {
        ProviderReference known = intent.captcha().to().image().session();
        return caller.make(
                        Call.of(ProviderCall.SEND_CODE, session, intent).about(claim.number()),
                        proof -> claim.settled(gateway.send(proof, known, claim.number(), answer)),
                        reply ->
                                reply.fold(failure -> failed(intent, failure), verdict -> verdict.match(after(intent))))
                .peek(progress -> claim.kept(progress.session(), desk.now()))
                .peekLeft(claim::refused);
    }

    private Outcome failed(KycSession.AwaitingCaptcha<CaptchaChallenge.Answered> intent, ProviderFailure failure) {
        return failure.mayHaveBeenDelivered()
                ? after(intent).lost(failure)
                : Outcome.undone(intent.with(intent.captcha().unsent()), failure);
    }

    private AfterCaptchaSend after(KycSession.AwaitingCaptcha<CaptchaChallenge.Answered> intent) {
        return new AfterCaptchaSend(intent, desk.policies(intent).otp(), desk.now());
    }

    // If it cannot be had now, the person can still ask for one; the answer to the wrong one is not lost on the way.
    private Progress withNextImage(Progress progress) {
        boolean wrong = progress.report()
                .filter(report -> report instanceof VerdictReport told && told.verdict() == VerdictCode.WRONG_CAPTCHA)
                .isPresent();
        return wrong && progress.session() instanceof KycSession.AwaitingCaptcha<?> session
                ? nextImage(session, progress)
                : progress;
    }

    private Progress nextImage(KycSession.AwaitingCaptcha<?> session, Progress progress) {
        if (session.captcha() instanceof CaptchaChallenge.Shown shown) {
            return loading.load(session, session.with(shown.replace(desk.now())))
                    .fold(
                            failure -> desk.find(session.id())
                                    .fold(gone -> progress, now -> new Progress(now, progress.report())),
                            loaded -> new Progress(
                                    loaded.session(), loaded.report().or(progress::report)));
        }
        return progress;
    }
}

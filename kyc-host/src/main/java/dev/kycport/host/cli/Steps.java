package dev.kycport.host.cli;

import dev.kycport.app.KycService;
import dev.kycport.app.Progress;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;

/** The next step from each state: what to ask the person, and what to ask the service then. */
final class Steps implements KycSession.Cases<Either<Stop, Progress>> {

    private final KycService service;
    private final Answers answers;
    private final Story story;
    private final Attempt attempt;
    private final CodeSteps code;
    private final CaptchaSteps captcha;
    private final DigiLockerSteps digiLocker;

    Steps(
            KycService service,
            Answers answers,
            Story story,
            Attempt attempt,
            CodeSteps code,
            CaptchaSteps captcha,
            DigiLockerSteps digiLocker) {
        this.service = service;
        this.answers = answers;
        this.story = story;
        this.attempt = attempt;
        this.code = code;
        this.captcha = captcha;
        this.digiLocker = digiLocker;
    }

    @Override
    public Either<Stop, Progress> opened(KycSession.Opened session) {
        service.consent(session.id()).peek(story::notice);
        if (!answers.hasPerson()) {
            story.onBehalf();
            return agreed(session);
        }
        return answers.agrees(Question.CONSENT, "Do you agree?")
                .flatMap(yes -> yes ? agreed(session) : attempt.taking(service.declineConsent(session.id())));
    }

    @Override
    public Either<Stop, Progress> consented(KycSession.Consented session) {
        return switch (session.dossier().flow()) {
            case CAPTCHA_OTP -> captcha.start(session);
            case DIRECT_OTP -> code.start(session);
            case DIGILOCKER -> digiLocker.start(session);
        };
    }

    @Override
    public Either<Stop, Progress> awaitingCaptcha(KycSession.AwaitingCaptcha<?> session) {
        return captcha.next(session);
    }

    @Override
    public Either<Stop, Progress> awaitingOtp(KycSession.AwaitingOtp<?> session) {
        return code.next(session);
    }

    @Override
    public Either<Stop, Progress> awaitingAuthorization(KycSession.AwaitingAuthorization<?> session) {
        return digiLocker.next(session);
    }

    @Override
    public Either<Stop, Progress> verified(KycSession.Verified session) {
        return over(session);
    }

    @Override
    public Either<Stop, Progress> completed(KycSession.Completed session) {
        return over(session);
    }

    @Override
    public Either<Stop, Progress> ended(KycSession.Ended session) {
        return over(session);
    }

    private Either<Stop, Progress> agreed(KycSession session) {
        return attempt.taking(service.giveConsent(session.id(), ConsentMethod.TYPED));
    }

    private static Either<Stop, Progress> over(KycSession session) {
        return Either.left(Stop.because(session.refusal()));
    }
}

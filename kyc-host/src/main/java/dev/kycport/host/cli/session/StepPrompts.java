package dev.kycport.host.cli.session;

import dev.kycport.app.KycService;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.session.KycSession;
import dev.kycport.host.cli.option.Question;
import dev.kycport.host.cli.result.StopReason;
import io.vavr.control.Either;

/** The next step from each state: what to ask the person, and what to ask the service then. */
final class StepPrompts implements KycSession.Cases<Either<StopReason, StepResult>> {

    private final KycService service;
    private final AnswerSource answerSource;
    private final ProgressPrinter progressPrinter;
    private final StepRunner stepRunner;
    private final OtpSteps otpSteps;
    private final CaptchaSteps captchaSteps;
    private final DigiLockerSteps digiLockerSteps;

    StepPrompts(
            KycService service,
            AnswerSource answerSource,
            ProgressPrinter progressPrinter,
            StepRunner stepRunner,
            OtpSteps code,
            CaptchaSteps captcha,
            DigiLockerSteps digiLocker) {
        this.service = service;
        this.answerSource = answerSource;
        this.progressPrinter = progressPrinter;
        this.stepRunner = stepRunner;
        this.otpSteps = code;
        this.captchaSteps = captcha;
        this.digiLockerSteps = digiLocker;
    }

    @Override
    public Either<StopReason, StepResult> opened(KycSession.Opened session) {
        service.consent(session.id()).peek(progressPrinter::notice);
        if (!answerSource.hasRespondent()) {
            progressPrinter.consentAssumed();
            return giveConsent(session);
        }
        return answerSource
                .askYesNo(Question.CONSENT, "Do you agree?")
                .flatMap(agreed ->
                        agreed ? giveConsent(session) : stepRunner.accept(service.declineConsent(session.id())));
    }

    @Override
    public Either<StopReason, StepResult> consented(KycSession.Consented session) {
        return switch (session.header().flow()) {
            case CAPTCHA_OTP -> captchaSteps.start(session);
            case DIRECT_OTP -> otpSteps.start(session);
            case DIGILOCKER -> digiLockerSteps.start(session);
        };
    }

    @Override
    public Either<StopReason, StepResult> awaitingCaptcha(KycSession.AwaitingCaptcha<?> session) {
        return captchaSteps.next(session);
    }

    @Override
    public Either<StopReason, StepResult> awaitingOtp(KycSession.AwaitingOtp<?> session) {
        return otpSteps.next(session);
    }

    @Override
    public Either<StopReason, StepResult> awaitingAuthorization(KycSession.AwaitingAuthorization<?> session) {
        return digiLockerSteps.next(session);
    }

    @Override
    public Either<StopReason, StepResult> verified(KycSession.Verified session) {
        return finished(session);
    }

    @Override
    public Either<StopReason, StepResult> completed(KycSession.Completed session) {
        return finished(session);
    }

    @Override
    public Either<StopReason, StepResult> ended(KycSession.Ended session) {
        return finished(session);
    }

    private Either<StopReason, StepResult> giveConsent(KycSession session) {
        return stepRunner.accept(service.giveConsent(session.id(), ConsentMethod.TYPED));
    }

    private static Either<StopReason, StepResult> finished(KycSession session) {
        return Either.left(StopReason.failed(session.rejection()));
    }
}

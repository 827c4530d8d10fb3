package dev.kycport.host.cli.session;

import dev.kycport.app.KycService;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.session.KycSession;
import dev.kycport.host.cli.option.Question;
import dev.kycport.host.cli.result.StopReason;
import io.vavr.control.Either;
import java.util.function.Predicate;

/** The next step from each session state: what to ask the person, and which use case to call. */
final class StepPrompts implements KycSession.Cases<Either<StopReason, StepResult>> {

    private final KycService service;
    private final SessionUi ui;
    private final OtpSteps otpSteps;
    private final CaptchaSteps captchaSteps;
    private final DigiLockerSteps digiLockerSteps;

    StepPrompts(KycService service, SessionUi ui, SessionPlan plan, Predicate<ProviderId> testDoubles) {
        StepRunner runner = new StepRunner(service, ui);
        AadhaarPrompt aadhaarPrompt = new AadhaarPrompt(service, ui.answers());
        this.service = service;
        this.ui = ui;
        this.otpSteps = new OtpSteps(service, ui.answers(), runner, aadhaarPrompt, testDoubles);
        this.captchaSteps = new CaptchaSteps(service, ui, runner, aadhaarPrompt, otpSteps);
        this.digiLockerSteps = new DigiLockerSteps(service, ui, runner, plan);
    }

    @Override
    public Either<StopReason, StepResult> opened(KycSession.Opened session) {
        service.consent(session.id()).peek(ui.printer()::notice);
        if (!ui.answers().hasRespondent()) {
            ui.printer().consentAssumed();
            return giveConsent(session);
        }
        return ui.answers()
                .askYesNo(Question.CONSENT, "Do you agree?")
                .flatMap(yes -> yes
                        ? giveConsent(session)
                        : service.declineConsent(session.id()).mapLeft(StopReason::failed));
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
        return service.giveConsent(session.id(), ConsentMethod.TYPED).mapLeft(StopReason::failed);
    }

    private static Either<StopReason, StepResult> finished(KycSession session) {
        return Either.left(StopReason.failed(session.rejection()));
    }
}

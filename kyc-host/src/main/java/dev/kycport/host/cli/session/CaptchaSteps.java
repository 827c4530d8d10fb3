package dev.kycport.host.cli.session;

import dev.kycport.app.KycService;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.session.KycSession;
import dev.kycport.host.cli.option.Question;
import dev.kycport.host.cli.result.StopReason;
import io.vavr.control.Either;
import java.util.Optional;

/** The steps of a session that waits for a captcha answer. */
final class CaptchaSteps {

    private final KycService service;
    private final SessionUi ui;
    private final StepRunner runner;
    private final AadhaarPrompt aadhaarPrompt;
    private final OtpSteps otpSteps;
    private Optional<CaptchaImage> lastShown = Optional.empty();

    CaptchaSteps(KycService service, SessionUi ui, StepRunner runner, AadhaarPrompt aadhaarPrompt, OtpSteps otpSteps) {
        this.service = service;
        this.ui = ui;
        this.runner = runner;
        this.aadhaarPrompt = aadhaarPrompt;
        this.otpSteps = otpSteps;
    }

    Either<StopReason, StepResult> start(KycSession.Consented session) {
        return runner.callProvider(session, () -> service.startCaptcha(session.id()));
    }

    Either<StopReason, StepResult> next(KycSession.AwaitingCaptcha<?> session) {
        if (session.captcha() instanceof CaptchaChallenge.Shown challenge) {
            showImage(challenge.image());
            return solve(session);
        }
        return ui.answers().hasRespondent()
                ? ui.answers()
                        .askYesNo(Question.RETRY, "The image has expired. Load another?")
                        .flatMap(yes -> yes ? reload(session) : Either.left(StopReason.cancelled()))
                : solve(session);
    }

    private void showImage(CaptchaImage image) {
        if (lastShown.filter(image::equals).isEmpty()) {
            ui.printer().image(ui.images().writeCaptcha(image.image(), image.type()));
            lastShown = Optional.of(image);
        }
    }

    private Either<StopReason, StepResult> solve(KycSession session) {
        return otpSteps.requireCodeSource(session)
                .flatMap(ok -> aadhaarPrompt.ask())
                .flatMap(number -> askAnswer()
                        .flatMap(typed -> typed.map(answer -> runner.callProvider(
                                        session,
                                        aadhaarPrompt.forgetIfRejected(
                                                number, known -> service.submitCaptcha(session.id(), known, answer))))
                                .orElseGet(() -> reload(session))));
    }

    private Either<StopReason, Optional<CaptchaAnswer>> askAnswer() {
        return ui.answers()
                .askOrSkip(Question.CAPTCHA, "Text in the image (Enter for another image)", CaptchaAnswer::parse);
    }

    private Either<StopReason, StepResult> reload(KycSession session) {
        return runner.callProvider(session, () -> service.reloadCaptcha(session.id()));
    }
}

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

/** From the captcha image to the code that a right answer sends. */
final class CaptchaSteps {

    private final KycService service;
    private final AnswerSource answerSource;
    private final ProgressPrinter progressPrinter;
    private final StepRunner stepRunner;
    private final AadhaarPrompt aadhaarPrompt;
    private final OtpSteps otpSteps;
    private final ImageFiles imageFiles;
    private Optional<CaptchaImage> lastShown = Optional.empty();

    CaptchaSteps(
            KycService service,
            AnswerSource answerSource,
            ProgressPrinter progressPrinter,
            StepRunner stepRunner,
            AadhaarPrompt aadhaarPrompt,
            OtpSteps codes,
            ImageFiles imageFiles) {
        this.service = service;
        this.answerSource = answerSource;
        this.progressPrinter = progressPrinter;
        this.stepRunner = stepRunner;
        this.aadhaarPrompt = aadhaarPrompt;
        this.otpSteps = codes;
        this.imageFiles = imageFiles;
    }

    Either<StopReason, StepResult> start(KycSession.Consented session) {
        return stepRunner.callProvider(session, () -> service.startCaptcha(session.id()));
    }

    Either<StopReason, StepResult> next(KycSession.AwaitingCaptcha<?> session) {
        if (session.captcha() instanceof CaptchaChallenge.Shown challenge) {
            showImage(challenge.image());
            return solve(session);
        }
        return answerSource.hasRespondent()
                ? answerSource
                        .askYesNo(Question.RETRY, "The image is too old. Have another?")
                        .flatMap(yes -> yes ? reload(session) : Either.left(StopReason.cancelled()))
                : solve(session);
    }

    private void showImage(CaptchaImage image) {
        if (lastShown.filter(image::equals).isEmpty()) {
            progressPrinter.image(imageFiles.writeCaptcha(image.image(), image.type()));
            lastShown = Optional.of(image);
        }
    }

    private Either<StopReason, StepResult> solve(KycSession session) {
        return otpSteps.requireCodeSource(session)
                .flatMap(ok -> aadhaarPrompt.ask())
                .flatMap(number -> answer().flatMap(typed -> typed.map(text -> stepRunner.callProvider(
                                session,
                                aadhaarPrompt.forgetIfRejected(
                                        number, known -> service.submitCaptcha(session.id(), known, text))))
                        .orElseGet(() -> reload(session))));
    }

    private Either<StopReason, Optional<CaptchaAnswer>> answer() {
        return answerSource.askOrSkip(
                Question.CAPTCHA, "Text in the picture (Enter alone for another)", CaptchaAnswer::parse);
    }

    private Either<StopReason, StepResult> reload(KycSession session) {
        return stepRunner.callProvider(session, () -> service.reloadCaptcha(session.id()));
    }
}

package dev.kycport.host.cli;

import dev.kycport.app.KycService;
import dev.kycport.app.Progress;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;
import java.util.Optional;

/** From the captcha image to the code that a right answer sends. */
final class CaptchaSteps {

    private final KycService service;
    private final Answers answers;
    private final Story story;
    private final Attempt attempt;
    private final Numbers numbers;
    private final CodeSteps codes;
    private final Pictures pictures;
    private Optional<CaptchaImage> shown = Optional.empty();

    CaptchaSteps(
            KycService service,
            Answers answers,
            Story story,
            Attempt attempt,
            Numbers numbers,
            CodeSteps codes,
            Pictures pictures) {
        this.service = service;
        this.answers = answers;
        this.story = story;
        this.attempt = attempt;
        this.numbers = numbers;
        this.codes = codes;
        this.pictures = pictures;
    }

    Either<Stop, Progress> start(KycSession.Consented session) {
        return attempt.calling(session, () -> service.startCaptcha(session.id()));
    }

    Either<Stop, Progress> next(KycSession.AwaitingCaptcha<?> session) {
        if (session.captcha() instanceof CaptchaChallenge.Shown challenge) {
            show(challenge.image());
            return solve(session);
        }
        return answers.hasPerson()
                ? answers.agrees(Question.AGAIN, "The image is too old. Have another?")
                        .flatMap(yes -> yes ? reload(session) : Either.left(Stop.left()))
                : solve(session);
    }

    private void show(CaptchaImage image) {
        if (shown.filter(image::equals).isEmpty()) {
            story.picture(pictures.captcha(image.image(), image.type()));
            shown = Optional.of(image);
        }
    }

    private Either<Stop, Progress> solve(KycSession session) {
        return codes.expectable(session)
                .flatMap(ok -> numbers.ask())
                .flatMap(number -> answer().flatMap(typed -> typed.map(text -> attempt.calling(
                                session,
                                numbers.with(number, known -> service.submitCaptcha(session.id(), known, text))))
                        .orElseGet(() -> reload(session))));
    }

    private Either<Stop, Optional<CaptchaAnswer>> answer() {
        return answers.askOrSkip(
                Question.CAPTCHA, "Text in the picture (Enter alone for another)", CaptchaAnswer::parse);
    }

    private Either<Stop, Progress> reload(KycSession session) {
        return attempt.calling(session, () -> service.reloadCaptcha(session.id()));
    }
}

package dev.kycport.host.cli.session;

import dev.kycport.app.KycService;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.host.cli.option.Question;
import dev.kycport.host.cli.result.StopReason;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The number that a session is about: asked for once, remembered for as long as the program runs and nowhere else. */
final class AadhaarPrompt {

    private final KycService service;
    private final AnswerSource answerSource;
    private Optional<IdentityNumber> remembered = Optional.empty();

    AadhaarPrompt(KycService service, AnswerSource answerSource) {
        this.service = service;
        this.answerSource = answerSource;
    }

    Either<StopReason, IdentityNumber> ask() {
        return remembered
                .<Either<StopReason, IdentityNumber>>map(Either::right)
                .orElseGet(() -> answerSource
                        .ask(Question.AADHAAR, "Aadhaar number or virtual id", service::number)
                        .peek(number -> remembered = Optional.of(number)));
    }

    /** A step with the number, which is asked for anew if this one is refused. */
    Supplier<Either<KycFailure, StepResult>> forgetIfRejected(
            IdentityNumber number, Function<IdentityNumber, Either<KycFailure, StepResult>> step) {
        return () -> step.apply(number).peekLeft(failure -> {
            if (failure instanceof InputRejection) {
                remembered = Optional.empty();
            }
        });
    }
}

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

/** Asks for the Aadhaar number once, and remembers it in this process only. */
final class AadhaarPrompt {

    private final KycService service;
    private final AnswerSource answers;
    private Optional<IdentityNumber> remembered = Optional.empty();

    AadhaarPrompt(KycService service, AnswerSource answers) {
        this.service = service;
        this.answers = answers;
    }

    Either<StopReason, IdentityNumber> ask() {
        return remembered
                .<Either<StopReason, IdentityNumber>>map(Either::right)
                .orElseGet(() -> answers.ask(Question.AADHAAR, "Aadhaar number or virtual id", service::number)
                        .peek(number -> remembered = Optional.of(number)));
    }

    /** A step with the number; a rejected number is asked for again. */
    Supplier<Either<KycFailure, StepResult>> forgetIfRejected(
            IdentityNumber number, Function<IdentityNumber, Either<KycFailure, StepResult>> step) {
        return () -> step.apply(number).peekLeft(failure -> {
            if (failure instanceof InputRejection) {
                remembered = Optional.empty();
            }
        });
    }
}

package dev.kycport.host.cli;

import dev.kycport.app.KycService;
import dev.kycport.app.Progress;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.IdentityNumber;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The number that a session is about: asked for once, remembered for as long as the program runs and nowhere else. */
final class Numbers {

    private final KycService service;
    private final Answers answers;
    private Optional<IdentityNumber> known = Optional.empty();

    Numbers(KycService service, Answers answers) {
        this.service = service;
        this.answers = answers;
    }

    Either<Stop, IdentityNumber> ask() {
        return known.<Either<Stop, IdentityNumber>>map(Either::right)
                .orElseGet(() -> answers.ask(Question.AADHAAR, "Aadhaar number or virtual id", service::number)
                        .peek(number -> known = Optional.of(number)));
    }

    /** A step with the number, which is asked for anew if this one is refused. */
    Supplier<Either<KycFailure, Progress>> with(
            IdentityNumber number, Function<IdentityNumber, Either<KycFailure, Progress>> step) {
        return () -> step.apply(number).peekLeft(failure -> {
            if (failure instanceof InputRejection) {
                known = Optional.empty();
            }
        });
    }
}

package dev.kycport.host.cli.session;

import dev.kycport.app.KycService;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.RetryAdvice;
import dev.kycport.domain.session.KycSession;
import dev.kycport.host.cli.option.Question;
import dev.kycport.host.cli.result.StopReason;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs steps that call the provider and prints their results; after a failure a person may continue. */
final class StepRunner {

    private final KycService service;
    private final SessionUi ui;

    StepRunner(KycService service, SessionUi ui) {
        this.service = service;
        this.ui = ui;
    }

    Either<StopReason, StepResult> callProvider(KycSession session, Supplier<Either<KycFailure, StepResult>> step) {
        return ui.waitIndicator()
                .showWhile("waiting for " + session.header().provider(), step)
                .fold(failure -> reportFailure(session, failure), this::report);
    }

    private Either<StopReason, StepResult> report(StepResult result) {
        ui.printer().progress(result);
        return Either.right(result);
    }

    private Either<StopReason, StepResult> reportFailure(KycSession session, KycFailure failure) {
        ui.printer().failure(failure);
        return ui.answers().hasRespondent() && isRetryable(failure.retryAdvice())
                ? ui.answers()
                        .askYesNo(Question.RETRY, "Continue?")
                        .flatMap(yes -> yes ? reload(session) : Either.left(StopReason.failed(failure)))
                : Either.left(StopReason.failed(failure));
    }

    private Either<StopReason, StepResult> reload(KycSession session) {
        return service.findSession(session.id())
                .map(current -> new StepResult(current, Optional.empty()))
                .mapLeft(StopReason::failed);
    }

    private static boolean isRetryable(RetryAdvice advice) {
        return advice.kind() == RetryAdvice.Kind.NOW || advice.kind() == RetryAdvice.Kind.AFTER;
    }
}

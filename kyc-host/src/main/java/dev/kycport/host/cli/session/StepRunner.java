package dev.kycport.host.cli.session;

import dev.kycport.app.KycService;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.RetryAdvice;
import dev.kycport.domain.session.KycSession;
import dev.kycport.host.cli.option.Question;
import dev.kycport.host.cli.result.StopReason;
import dev.kycport.host.cli.terminal.WaitIndicator;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes steps at the service and tells what came of them; where nothing came of one, a person may go on. */
final class StepRunner {

    private final KycService service;
    private final AnswerSource answerSource;
    private final ProgressPrinter progressPrinter;
    private final WaitIndicator waitIndicator;

    StepRunner(
            KycService service,
            AnswerSource answerSource,
            ProgressPrinter progressPrinter,
            WaitIndicator waitIndicator) {
        this.service = service;
        this.answerSource = answerSource;
        this.progressPrinter = progressPrinter;
        this.waitIndicator = waitIndicator;
    }

    /** A step that asks the provider. */
    Either<StopReason, StepResult> callProvider(KycSession session, Supplier<Either<KycFailure, StepResult>> step) {
        return waitIndicator
                .showWhile("waiting for " + session.header().provider(), step)
                .fold(failure -> reportFailure(session, failure), this::report);
    }

    /** A step of our own. */
    Either<StopReason, StepResult> accept(Either<KycFailure, StepResult> step) {
        return step.mapLeft(StopReason::failed);
    }

    private Either<StopReason, StepResult> report(StepResult stepResult) {
        progressPrinter.progress(stepResult);
        return Either.right(stepResult);
    }

    private Either<StopReason, StepResult> reportFailure(KycSession session, KycFailure failure) {
        progressPrinter.failure(failure);
        return answerSource.hasRespondent() && isRetryable(failure.retryAdvice())
                ? answerSource
                        .askYesNo(Question.RETRY, "Go on?")
                        .flatMap(again -> again ? currentState(session) : stop(failure))
                : stop(failure);
    }

    private Either<StopReason, StepResult> currentState(KycSession session) {
        return accept(service.findSession(session.id()).map(current -> new StepResult(current, Optional.empty())));
    }

    private static Either<StopReason, StepResult> stop(KycFailure failure) {
        return Either.left(StopReason.failed(failure));
    }

    private static boolean isRetryable(RetryAdvice advice) {
        return advice.kind() == RetryAdvice.Kind.NOW || advice.kind() == RetryAdvice.Kind.AFTER;
    }
}

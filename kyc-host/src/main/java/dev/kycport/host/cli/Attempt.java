package dev.kycport.host.cli;

import dev.kycport.app.KycService;
import dev.kycport.app.Progress;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.RetryAdvice;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes steps at the service and tells what came of them; where nothing came of one, a person may go on. */
final class Attempt {

    private final KycService service;
    private final Answers answers;
    private final Story story;
    private final Waiting waiting;

    Attempt(KycService service, Answers answers, Story story, Waiting waiting) {
        this.service = service;
        this.answers = answers;
        this.story = story;
        this.waiting = waiting;
    }

    /** A step that asks the provider. */
    Either<Stop, Progress> calling(KycSession session, Supplier<Either<KycFailure, Progress>> step) {
        return waiting.during("waiting for " + session.dossier().provider(), step)
                .fold(failure -> failed(session, failure), this::told);
    }

    /** A step of our own. */
    Either<Stop, Progress> taking(Either<KycFailure, Progress> step) {
        return step.mapLeft(Stop::because);
    }

    private Either<Stop, Progress> told(Progress progress) {
        story.progress(progress);
        return Either.right(progress);
    }

    private Either<Stop, Progress> failed(KycSession session, KycFailure failure) {
        story.failure(failure);
        return answers.hasPerson() && helps(failure.retry())
                ? answers.agrees(Question.AGAIN, "Go on?").flatMap(again -> again ? now(session) : stop(failure))
                : stop(failure);
    }

    private Either<Stop, Progress> now(KycSession session) {
        return taking(service.look(session.id()).map(current -> new Progress(current, Optional.empty())));
    }

    private static Either<Stop, Progress> stop(KycFailure failure) {
        return Either.left(Stop.because(failure));
    }

    private static boolean helps(RetryAdvice advice) {
        return advice.kind() == RetryAdvice.Kind.NOW || advice.kind() == RetryAdvice.Kind.AFTER;
    }
}

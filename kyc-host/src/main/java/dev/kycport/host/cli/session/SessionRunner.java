package dev.kycport.host.cli.session;

import dev.kycport.app.KycService;
import dev.kycport.app.step.SessionRequest;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.failure.StepReport;
import dev.kycport.domain.session.KycSession;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.result.RunResult;
import dev.kycport.host.cli.result.StopReason;
import io.vavr.control.Either;
import java.util.Optional;

/** Leads one session from its opening to where it goes no further. */
final class SessionRunner {

    private final KycService service;
    private final AnswerSource answerSource;

    SessionRunner(KycService service, AnswerSource answerSource) {
        this.service = service;
        this.answerSource = answerSource;
    }

    RunResult run(SessionRequest request, StepPrompts stepPrompts) {
        return service.open(request).fold(RunResult::rejected, opened -> runSteps(opened, stepPrompts));
    }

    private RunResult runSteps(StepResult opened, StepPrompts stepPrompts) {
        StepResult at = opened;
        while (at.session() instanceof KycSession.Live live) {
            Either<StopReason, StepResult> next = live.match(stepPrompts);
            if (next.isLeft()) {
                return stop(at.session(), next.getLeft());
            }
            at = next.get();
            if (at.report().isPresent() && !answerSource.hasRespondent()) {
                break;
            }
        }
        return result(at.session(), at.report(), ExitStatus.of(at.session(), at.report()));
    }

    private RunResult stop(KycSession before, StopReason stopReason) {
        KycSession now = stopReason.failure().isPresent() ? reload(before) : cancel(before);
        return result(now, stopReason.failure().map(failure -> failure), stopReason.status());
    }

    private KycSession reload(KycSession before) {
        return service.findSession(before.id()).getOrElse(before);
    }

    private KycSession cancel(KycSession before) {
        return service.cancel(before.id()).map(StepResult::session).getOrElse(() -> reload(before));
    }

    private RunResult result(KycSession session, Optional<StepReport> report, ExitStatus status) {
        return new RunResult(Optional.of(session), report, service.audit(session.id()), status);
    }
}

package dev.kycport.host.cli.session;

import dev.kycport.app.KycService;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.StepReport;
import dev.kycport.domain.session.KycSession;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.result.RunResult;
import dev.kycport.host.cli.result.StopReason;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Predicate;

/** Runs one session from its opening until it ends or stops. */
public final class SessionRunner {

    private final KycService service;
    private final SessionUi ui;
    private final Predicate<ProviderId> testDoubles;

    /** @param testDoubles the providers that send no code to a real phone */
    public SessionRunner(KycService service, SessionUi ui, Predicate<ProviderId> testDoubles) {
        this.service = service;
        this.ui = ui;
        this.testDoubles = testDoubles;
    }

    public RunResult run(SessionPlan plan) {
        StepPrompts prompts = new StepPrompts(service, ui, plan, testDoubles);
        return service.open(plan.request()).fold(RunResult::rejected, opened -> runSteps(opened, prompts));
    }

    private RunResult runSteps(StepResult opened, StepPrompts prompts) {
        StepResult last = opened;
        while (last.session() instanceof KycSession.Live live) {
            Either<StopReason, StepResult> next = live.match(prompts);
            if (next.isLeft()) {
                return stop(last.session(), next.getLeft());
            }
            last = next.get();
            if (last.report().isPresent() && !ui.answers().hasRespondent()) {
                break;
            }
        }
        return result(last.session(), last.report(), ExitStatus.of(last.session(), last.report()));
    }

    private RunResult stop(KycSession before, StopReason reason) {
        KycSession now = reason.failure().isPresent() ? reload(before) : cancel(before);
        return result(now, reason.failure().map(failure -> failure), reason.status());
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

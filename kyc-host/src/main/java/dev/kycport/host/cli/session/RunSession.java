package dev.kycport.host.cli.session;

import dev.kycport.app.KycService;
import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.domain.Flow;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.domain.session.KycSession;
import dev.kycport.host.cli.context.CliConfiguration;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.option.FlowOption;
import dev.kycport.host.cli.option.Question;
import dev.kycport.host.cli.result.RunResult;
import dev.kycport.host.cli.result.StopReason;
import dev.kycport.host.cli.terminal.Terminal;
import dev.kycport.host.cli.terminal.WaitIndicator;
import io.vavr.control.Either;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One session, from what the command line gives to where it leads. */
public final class RunSession {

    private final RunOptions runOptions;
    private final CliConfiguration cliConfiguration;
    private final CliContext cliContext;

    public RunSession(RunOptions runOptions, CliConfiguration cliConfiguration, CliContext cliContext) {
        this.runOptions = runOptions;
        this.cliConfiguration = cliConfiguration;
        this.cliContext = cliContext;
    }

    /** @param show puts an ending before whoever asked; they have the identity then */
    public RunResult run(Consumer<RunResult> show) {
        return askFlow()
                .flatMap(flow -> runOptions
                        .plan(flow, cliConfiguration)
                        .mapLeft(StopReason::usage)
                        .flatMap(sessionPlan -> run(flow, sessionPlan, show)))
                .getOrElseGet(stopReason -> show(RunResult.stopped(stopReason), show));
    }

    private Either<StopReason, Flow> askFlow() {
        return answers(cliContext.keyboard().isPresent(), cliContext.out())
                .ask(Question.FLOW, "Which flow? " + FlowOption.names(), FlowOption::parse);
    }

    private Either<StopReason, RunResult> run(Flow flow, SessionPlan sessionPlan, Consumer<RunResult> show) {
        try (KycRuntime port = cliConfiguration.start()) {
            return checkOptions(port.service())
                    .mapLeft(StopReason::usage)
                    .map(ok -> show(runSession(flow, sessionPlan, port.service()), show))
                    .peek(runResult -> complete(runResult, port.service()));
        }
    }

    private static RunResult show(RunResult runResult, Consumer<RunResult> show) {
        show.accept(runResult);
        return runResult;
    }

    // Whoever asked has the identity by now, so it is kept here no longer.
    private static void complete(RunResult runResult, KycService service) {
        runResult
                .session()
                .filter(KycSession.Verified.class::isInstance)
                .ifPresent(verified -> service.complete(verified.id()));
    }

    private RunResult runSession(Flow flow, SessionPlan sessionPlan, KycService service) {
        boolean interactive = cliContext.keyboard().isPresent() && (runOptions.hasUnanswered(flow) || readsStdin());
        Terminal terminal = terminal(interactive);
        terminal.heading(FlowOption.title(flow));
        SessionUi sessionUi = new SessionUi(
                answers(interactive, terminal),
                new ProgressPrinter(
                        terminal, runOptions.json() ? Terminal.discarding() : cliContext.err(), ZoneId.systemDefault()),
                new WaitIndicator(cliContext.err()),
                ImageFiles.temporary(cliContext.tempFolder()));
        return sessionUi.run(service, sessionPlan, cliConfiguration::isTestDouble);
    }

    // Scripts read standard output and nothing else is to stand there.
    private Terminal terminal(boolean interactive) {
        if (!runOptions.json()) {
            return cliContext.out();
        }
        return interactive || readsStdin() ? cliContext.err() : Terminal.discarding();
    }

    private AnswerSource answers(boolean interactive, Terminal terminal) {
        Map<Question, String> options = new EnumMap<>(Question.class);
        runOptions.answers().forEach((question, text) -> {
            if (!interactive || !text.equals(AnswerSource.STDIN_MARKER)) {
                options.put(question, text);
            }
        });
        Optional<Respondent> person = cliContext
                .keyboard()
                .filter(present -> interactive)
                .map(keyboard -> new InteractiveRespondent(terminal, keyboard));
        return new AnswerSource(options, cliContext.stdin(), person, terminal);
    }

    private boolean readsStdin() {
        return runOptions.answers().containsValue(AnswerSource.STDIN_MARKER);
    }

    /** Whether what was given can be used at all: before a session is opened, and before anybody is asked. */
    private Either<KycFailure, Boolean> checkOptions(KycService service) {
        return runOptions.answers().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(AnswerSource.STDIN_MARKER))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> check(service, entry.getKey(), entry.getValue()))
                .filter(Either::isLeft)
                .findFirst()
                .orElseGet(() -> Either.right(true));
    }

    private static Either<KycFailure, Boolean> check(KycService service, Question question, String text) {
        return switch (question) {
            case AADHAAR -> service.number(text).map(ok -> true);
            case CAPTCHA -> CaptchaAnswer.parse(text).map(ok -> true);
            case OTP -> OtpCode.parse(text).map(ok -> true);
            case RETURN_URL -> ReturnUrl.parse(text).map(ok -> true);
            case FLOW, CONSENT, RETRY -> Either.right(true);
        };
    }
}

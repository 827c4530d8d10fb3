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

/** Runs one session with the options of the command line. */
public final class RunSession {

    private final RunOptions options;
    private final CliConfiguration configuration;
    private final CliContext context;

    public RunSession(RunOptions options, CliConfiguration configuration, CliContext context) {
        this.options = options;
        this.configuration = configuration;
        this.context = context;
    }

    /**
     * Runs the session to its end.
     *
     * @param print prints the result; the session is completed after it, since the user then has the identity
     */
    public RunResult run(Consumer<RunResult> print) {
        return askFlow()
                .flatMap(flow -> options.plan(flow, configuration)
                        .mapLeft(StopReason::usage)
                        .flatMap(plan -> run(flow, plan, print)))
                .getOrElseGet(reason -> print(RunResult.stopped(reason), print));
    }

    private Either<StopReason, Flow> askFlow() {
        return answers(context.keyboard().isPresent(), context.out())
                .ask(Question.FLOW, "Which flow? " + FlowOption.names(), FlowOption::parse);
    }

    private Either<StopReason, RunResult> run(Flow flow, SessionPlan plan, Consumer<RunResult> print) {
        try (KycRuntime runtime = configuration.start()) {
            return checkAnswers(runtime.service())
                    .mapLeft(StopReason::usage)
                    .map(ok -> print(runSession(flow, plan, runtime.service()), print))
                    .peek(result -> complete(result, runtime.service()));
        }
    }

    private static RunResult print(RunResult result, Consumer<RunResult> print) {
        print.accept(result);
        return result;
    }

    private static void complete(RunResult result, KycService service) {
        result.session()
                .filter(KycSession.Verified.class::isInstance)
                .ifPresent(verified -> service.complete(verified.id()));
    }

    private RunResult runSession(Flow flow, SessionPlan plan, KycService service) {
        boolean interactive = context.keyboard().isPresent() && (options.hasUnanswered(flow) || readsStdin());
        Terminal terminal = terminal(interactive);
        terminal.heading(FlowOption.title(flow));
        SessionUi ui = new SessionUi(
                answers(interactive, terminal),
                new ProgressPrinter(
                        terminal, options.json() ? Terminal.discarding() : context.err(), ZoneId.systemDefault()),
                new WaitIndicator(context.err()),
                ImageFiles.temporary(context.tempFolder()));
        return new SessionRunner(service, ui, configuration::isTestDouble).run(plan);
    }

    // With --json, standard output holds the JSON object alone.
    private Terminal terminal(boolean interactive) {
        if (!options.json()) {
            return context.out();
        }
        return interactive || readsStdin() ? context.err() : Terminal.discarding();
    }

    private AnswerSource answers(boolean interactive, Terminal terminal) {
        Map<Question, String> given = new EnumMap<>(Question.class);
        options.answers().forEach((question, text) -> {
            if (!interactive || !text.equals(AnswerSource.STDIN_MARKER)) {
                given.put(question, text);
            }
        });
        Optional<Respondent> respondent = context.keyboard()
                .filter(present -> interactive)
                .map(keyboard -> new InteractiveRespondent(terminal, keyboard));
        return new AnswerSource(given, context.stdin(), respondent, terminal);
    }

    private boolean readsStdin() {
        return options.answers().containsValue(AnswerSource.STDIN_MARKER);
    }

    /** Checks the given answers before a session is opened and before the person is asked. */
    private Either<KycFailure, Boolean> checkAnswers(KycService service) {
        return options.answers().entrySet().stream()
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

package dev.kycport.host.cli.demo;

import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.host.cli.context.CliConfiguration;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.option.FlowOption;
import dev.kycport.host.cli.option.Question;
import dev.kycport.host.cli.result.RunOutput;
import dev.kycport.host.cli.session.RunOptions;
import dev.kycport.host.cli.session.RunSession;
import io.vavr.control.Either;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs all flows of one provider, each regardless of the result of the one before. */
public final class AllFlowsRun {

    private final String provider;
    private final Map<Question, String> presetAnswers;
    private final String redirectUrl;
    private final CliConfiguration configuration;
    private final CliContext context;

    public AllFlowsRun(
            String provider,
            Map<Question, String> presetAnswers,
            String redirectUrl,
            CliConfiguration configuration,
            CliContext context) {
        this.provider = provider;
        this.presetAnswers = Map.copyOf(presetAnswers);
        this.redirectUrl = redirectUrl;
        this.configuration = configuration;
        this.context = context;
    }

    public ExitStatus run() {
        return configuration
                .requireConfigured(provider)
                .flatMap(name -> requireAnswers(flows()))
                .fold(this::reject, this::run);
    }

    private ExitStatus run(List<Flow> flows) {
        List<ExitStatus> statuses = flows.stream().map(this::run).toList();
        return statuses.stream()
                .filter(status -> status != ExitStatus.OK)
                .findFirst()
                .orElse(ExitStatus.OK);
    }

    private ExitStatus run(Flow flow) {
        context.out().blankLine();
        return new RunSession(options(flow), configuration, context)
                .run(new RunOutput(context)::printText)
                .status();
    }

    private RunOptions options(Flow flow) {
        Map<Question, String> answers = new EnumMap<>(Question.class);
        answers.putAll(presetAnswers);
        answers.put(Question.FLOW, flow.code());
        return new RunOptions(
                answers, Optional.of(provider), "demo", "KycPort demo", List.of("aadhaar"), redirectUrl, false);
    }

    // Without a terminal, starts no flow that could not finish.
    private Either<KycFailure, List<Flow>> requireAnswers(List<Flow> flows) {
        return flows.stream()
                .filter(flow -> context.keyboard().isEmpty())
                .flatMap(flow -> FlowOption.requiredQuestions(flow).stream().sorted())
                .filter(question -> !presetAnswers.containsKey(question))
                .findFirst()
                .<Either<KycFailure, List<Flow>>>map(question -> Either.left(question.missing()))
                .orElseGet(() -> Either.right(flows));
    }

    private List<Flow> flows() {
        try (KycRuntime runtime = configuration.start()) {
            return runtime.providers().stream()
                    .filter(candidate -> candidate.id().equals(new ProviderId(provider)))
                    .flatMap(found -> found.flows().stream())
                    .sorted()
                    .toList();
        }
    }

    private ExitStatus reject(KycFailure rejection) {
        context.err().message(rejection.summary());
        return ExitStatus.USAGE;
    }
}

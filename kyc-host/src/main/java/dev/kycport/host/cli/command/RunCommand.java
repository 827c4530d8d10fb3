package dev.kycport.host.cli.command;

import dev.kycport.host.cli.context.CliConfiguration;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.option.AnswerOptions;
import dev.kycport.host.cli.option.ConfigOption;
import dev.kycport.host.cli.option.DocumentTypeOption;
import dev.kycport.host.cli.option.FlowOption;
import dev.kycport.host.cli.option.JsonOption;
import dev.kycport.host.cli.option.ProviderNameCandidates;
import dev.kycport.host.cli.option.Question;
import dev.kycport.host.cli.option.RedirectOption;
import dev.kycport.host.cli.result.RunOutput;
import dev.kycport.host.cli.session.RunOptions;
import dev.kycport.host.cli.session.RunSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kyc run}: runs one session. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs one session. Asks at the terminal for what is missing.",
        footer = {
            "",
            "A value of - reads a line of standard input, which keeps it out of the shell history.",
            "Exit status: 0 verified, 1 not verified, 2 usage or configuration, 3 provider failure.",
            "",
            "The fake provider knows these numbers, all UIDAI's public test numbers:",
            "  9999 4105 7058  a code is sent         9999 5518 3433  the source is down",
            "  9999 7165 8847  mobile not linked      9999 9050 1894  the send times out",
            "  9999 3311 9405  a code is pending      any other       unknown",
            "codes: 123456 is right, 000000 expired, 999999 times out, any other is wrong;",
            "captchas: the text in the image, KYC42 in the first and KYC43 in the next;",
            "return URLs: '?code=granted&state={state}', '?code=empty&state={state}' and",
            "             '?error=access_denied&state={state}'."
        })
public final class RunCommand implements Callable<Integer> {

    private final CliContext context;

    @Option(
            names = "--flow",
            paramLabel = "FLOW",
            completionCandidates = FlowOption.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private Optional<String> flow = Optional.empty();

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            completionCandidates = ProviderNameCandidates.class,
            description = "The only provider to use, instead of the route of the flow.")
    private Optional<String> provider = Optional.empty();

    @Mixin
    private AnswerOptions answers = new AnswerOptions();

    @Option(
            names = "--documents",
            paramLabel = "LIST",
            split = ",",
            defaultValue = "aadhaar",
            completionCandidates = DocumentTypeOption.class,
            description =
                    "The documents to fetch from DigiLocker: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private List<String> documents = List.of();

    @Mixin
    private RedirectOption redirect = new RedirectOption();

    @Option(
            names = "--subject",
            paramLabel = "REF",
            defaultValue = "cli",
            description = "Your own name for the person, never an identity number. Default: ${DEFAULT-VALUE}.")
    private String subject = "";

    @Option(
            names = "--purpose",
            paramLabel = "TEXT",
            defaultValue = "KYC check from the command line",
            description = "The purpose of the verification. Default: '${DEFAULT-VALUE}'.")
    private String purpose = "";

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    public RunCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        CliConfiguration configuration = config.load(context);
        RunOutput output = new RunOutput(context);
        return new RunSession(options(), configuration, context)
                .run(json.isEnabled() ? output::printJson : output::printText)
                .status()
                .code();
    }

    private RunOptions options() {
        Map<Question, String> given = answers.answers();
        flow.ifPresent(text -> given.put(Question.FLOW, text));
        return new RunOptions(given, provider, subject, purpose, documents, redirect.url(), json.isEnabled());
    }
}

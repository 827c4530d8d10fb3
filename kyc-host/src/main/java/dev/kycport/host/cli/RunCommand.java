package dev.kycport.host.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kyc run}: one session. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Leads one session. What is not given is asked at the terminal.",
        footer = {
            "",
            "A value of - reads a line of standard input, so that it stands in no shell history.",
            "Exit status: 0 verified, 1 not verified, 2 usage or configuration, 3 provider failure.",
            "",
            "The fake provider knows these numbers, all UIDAI's public test numbers:",
            "  9999 4105 7058  a code is sent         9999 5518 3433  the source is down",
            "  9999 7165 8847  mobile not linked      9999 9050 1894  the send times out",
            "  9999 3311 9405  a code is pending      any other       unknown",
            "of codes: 123456 is right, 000000 expired, 999999 times out, any other is wrong;",
            "of captchas: the text drawn in the picture, KYC42 in the first and KYC43 in the next;",
            "of returns: '?code=granted&state={state}', '?code=empty&state={state}' and",
            "            '?error=access_denied&state={state}'."
        })
final class RunCommand implements Callable<Integer> {

    private final Outside outside;

    @Option(
            names = "--flow",
            paramLabel = "FLOW",
            completionCandidates = Flows.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private Optional<String> flow = Optional.empty();

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            completionCandidates = ProviderNames.class,
            description = "The only provider to ask, in place of the route of the flow.")
    private Optional<String> provider = Optional.empty();

    @Mixin
    private AnswerOptions answers = new AnswerOptions();

    @Option(
            names = "--documents",
            paramLabel = "LIST",
            split = ",",
            defaultValue = "aadhaar",
            completionCandidates = DocumentNames.class,
            description = "What to ask for in DigiLocker: ${COMPLETION-CANDIDATES}. Usually ${DEFAULT-VALUE}.")
    private List<String> documents = List.of();

    @Mixin
    private RedirectOption redirect = new RedirectOption();

    @Option(
            names = "--subject",
            paramLabel = "REF",
            defaultValue = "cli",
            description = "Your own name for the person, never a number of theirs. Usually ${DEFAULT-VALUE}.")
    private String subject = "";

    @Option(
            names = "--purpose",
            paramLabel = "TEXT",
            defaultValue = "KYC check from the command line",
            description = "What the identity is wanted for. Usually '${DEFAULT-VALUE}'.")
    private String purpose = "";

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    RunCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        Installation installation = Installation.load(config.file(), outside.environment());
        Show show = new Show(outside);
        return new Run(wish(), installation, outside)
                .lead(json.wanted() ? show::json : show::plain)
                .status()
                .number();
    }

    private Wish wish() {
        Map<Question, String> given = answers.given();
        flow.ifPresent(text -> given.put(Question.FLOW, text));
        return new Wish(given, provider, subject, purpose, documents, redirect.url(), json.wanted());
    }
}

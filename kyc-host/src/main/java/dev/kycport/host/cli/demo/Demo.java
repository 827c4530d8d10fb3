package dev.kycport.host.cli.demo;

import dev.kycport.app.KycService;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.option.FlowOption;
import dev.kycport.host.cli.option.RedirectOption;
import dev.kycport.host.cli.result.RunResult;
import dev.kycport.host.cli.result.RunResultPrinter;
import dev.kycport.host.cli.session.AnswerSource;
import dev.kycport.host.cli.session.CliConsentNotice;
import dev.kycport.host.cli.session.ImageFiles;
import dev.kycport.host.cli.session.ProgressPrinter;
import dev.kycport.host.cli.session.Respondent;
import dev.kycport.host.cli.session.SessionPlan;
import dev.kycport.host.cli.session.SessionRunner;
import dev.kycport.host.cli.session.SessionUi;
import dev.kycport.host.cli.terminal.Terminal;
import dev.kycport.host.cli.terminal.WaitIndicator;
import java.net.URI;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs all three flows with the fake provider and an invented person. */
public final class Demo {

    private static final Set<DocumentType> DOCUMENTS = EnumSet.allOf(DocumentType.class);
    private static final RedirectUrl REDIRECT_URL = new RedirectUrl(URI.create(RedirectOption.DEFAULT));

    private final KycService service;
    private final CliContext context;
    private final Terminal terminal;
    private final RunResultPrinter resultPrinter;
    private final DemoFiles demoFiles;
    private final Map<DemoScenario, RunResult> results = new EnumMap<>(DemoScenario.class);

    public Demo(KycService service, CliContext context) {
        this.service = service;
        this.context = context;
        this.terminal = context.out();
        this.resultPrinter = new RunResultPrinter(terminal);
        this.demoFiles = new DemoFiles(ImageFiles.permanent(context.tempFolder()));
    }

    public ExitStatus run() {
        terminal.blankLine();
        terminal.heading("KycPort: three ways to verify an identity");
        terminal.text("Asha Test Rao and her provider are invented: no network, no account, no cost. She sees what a"
                + " person sees with kyc run; her input is shown as dots.");
        for (DemoScenario scenario : DemoScenario.values()) {
            runScenario(scenario);
        }
        return summary();
    }

    private void runScenario(DemoScenario scenario) {
        terminal.blankLine();
        terminal.section((results.size() + 1) + " of " + DemoScenario.values().length + "  "
                + FlowOption.title(scenario.flow()));
        terminal.text(scenario.summary());
        terminal.blankLine();
        RunResult result = new SessionRunner(service, ui(scenario), provider -> true).run(plan(scenario));
        resultPrinter.print(result);
        result.session()
                .ifPresent(
                        session -> demoFiles.write(session).forEach(file -> terminal.field("File", file.toString())));
        results.put(scenario, result);
    }

    private ExitStatus summary() {
        terminal.blankLine();
        terminal.section("Summary");
        results.forEach((scenario, result) -> {
            String line = scenario.flow().code() + ": " + resultPrinter.path(result);
            if (result.status() == ExitStatus.OK) {
                terminal.success(line);
            } else {
                terminal.failure(line);
            }
        });
        terminal.blankLine();
        demoFiles.folder().ifPresent(folder -> terminal.field("Images", folder + " (delete them when done)"));
        terminal.field("Try it", "./kyc run --flow direct-otp --provider fake");
        terminal.field("", "./kyc run --help lists the numbers, codes and captchas of the fake provider");
        return results.values().stream()
                .map(RunResult::status)
                .filter(status -> status != ExitStatus.OK)
                .findFirst()
                .orElse(ExitStatus.OK);
    }

    private SessionUi ui(DemoScenario scenario) {
        Respondent respondent = new ScriptedRespondent(scenario.answers(), terminal);
        return new SessionUi(
                new AnswerSource(Map.of(), context.stdin(), Optional.of(respondent), terminal),
                new ProgressPrinter(terminal, Terminal.discarding(), ZoneId.systemDefault()),
                new WaitIndicator(context.err()),
                demoFiles.images());
    }

    private static SessionPlan plan(DemoScenario scenario) {
        return CliConsentNotice.request(scenario.flow(), "demo", "KycPort demo", DOCUMENTS)
                .map(request -> new SessionPlan(request, REDIRECT_URL, DOCUMENTS))
                .getOrElseThrow(wrong -> new IllegalStateException("invalid demo: " + wrong.summary()));
    }
}

package dev.kycport.host.cli.demo;

import dev.kycport.app.KycService;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.option.FlowOption;
import dev.kycport.host.cli.result.RunResult;
import dev.kycport.host.cli.result.RunResultPrinter;
import dev.kycport.host.cli.session.AnswerSource;
import dev.kycport.host.cli.session.CliConsentNotice;
import dev.kycport.host.cli.session.ImageFiles;
import dev.kycport.host.cli.session.ProgressPrinter;
import dev.kycport.host.cli.session.Respondent;
import dev.kycport.host.cli.session.SessionPlan;
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

/** All three flows, with an invented person in front of the screen. */
public final class Demo {

    private static final Set<DocumentType> DOCUMENTS = EnumSet.allOf(DocumentType.class);
    private static final RedirectUrl REDIRECT_URL = new RedirectUrl(URI.create("https://localhost/kyc/return"));

    private final KycService service;
    private final CliContext cliContext;
    private final Terminal terminal;
    private final RunResultPrinter runResultPrinter;
    private final DemoFiles demoFiles;
    private final Map<DemoScenario, RunResult> results = new EnumMap<>(DemoScenario.class);

    public Demo(KycService service, CliContext cliContext) {
        this.service = service;
        this.cliContext = cliContext;
        this.terminal = cliContext.out();
        this.runResultPrinter = new RunResultPrinter(terminal);
        this.demoFiles = new DemoFiles(ImageFiles.permanent(cliContext.tempFolder()));
    }

    public ExitStatus run() {
        terminal.blankLine();
        terminal.heading("KycPort: three ways to know who somebody is");
        terminal.text("Asha Test Rao is invented, and so is her provider: no network, no account, nothing to pay."
                + " She sees what a person sees at kyc run; what she types is shown as dots.");
        for (DemoScenario chapter : DemoScenario.values()) {
            runScenario(chapter);
        }
        return summary();
    }

    private void runScenario(DemoScenario chapter) {
        terminal.blankLine();
        terminal.section(
                (results.size() + 1) + " of " + DemoScenario.values().length + "  " + FlowOption.title(chapter.flow()));
        terminal.text(chapter.summary());
        terminal.blankLine();
        RunResult runResult = ui(chapter).run(service, plan(chapter), provider -> true);
        runResultPrinter.print(runResult);
        runResult
                .session()
                .ifPresent(
                        session -> demoFiles.write(session).forEach(file -> terminal.field("File", file.toString())));
        results.put(chapter, runResult);
    }

    private ExitStatus summary() {
        terminal.blankLine();
        terminal.section("Told to the end");
        results.forEach((chapter, runResult) -> {
            String line = chapter.flow().code() + ": " + runResultPrinter.path(runResult);
            if (runResult.status() == ExitStatus.OK) {
                terminal.success(line);
            } else {
                terminal.failure(line);
            }
        });
        terminal.blankLine();
        demoFiles.folder().ifPresent(folder -> terminal.field("Pictures", folder + " (yours to delete)"));
        terminal.field("Your turn", "./kyc run --flow direct-otp --provider fake");
        terminal.field("", "./kyc run --help tells which numbers, codes and captchas the fake knows");
        return results.values().stream()
                .map(RunResult::status)
                .filter(status -> status != ExitStatus.OK)
                .findFirst()
                .orElse(ExitStatus.OK);
    }

    private SessionUi ui(DemoScenario chapter) {
        Respondent respondent = new ScriptedRespondent(chapter.answers(), terminal);
        return new SessionUi(
                new AnswerSource(Map.of(), cliContext.stdin(), Optional.of(respondent), terminal),
                new ProgressPrinter(terminal, Terminal.discarding(), ZoneId.systemDefault()),
                new WaitIndicator(cliContext.err()),
                demoFiles.pictures());
    }

    private static SessionPlan plan(DemoScenario chapter) {
        return CliConsentNotice.request(chapter.flow(), "demo", "Showing what KycPort does", DOCUMENTS)
                .map(request -> new SessionPlan(request, REDIRECT_URL, DOCUMENTS))
                .getOrElseThrow(wrong -> new IllegalStateException("the demo's own words: " + wrong.summary()));
    }
}

package dev.kycport.host.cli;

import dev.kycport.app.KycService;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.identity.DocumentType;
import java.net.URI;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All three flows, with an invented person in front of the screen. */
final class Demo {

    private static final Set<DocumentType> DOCUMENTS = EnumSet.allOf(DocumentType.class);
    private static final RedirectUrl BACK = new RedirectUrl(URI.create("https://localhost/kyc/return"));

    private final KycService service;
    private final Outside outside;
    private final Terminal terminal;
    private final Result result;
    private final Keepsakes keepsakes;
    private final Map<DemoChapter, Ending> endings = new EnumMap<>(DemoChapter.class);

    Demo(KycService service, Outside outside) {
        this.service = service;
        this.outside = outside;
        this.terminal = outside.out();
        this.result = new Result(terminal);
        this.keepsakes = new Keepsakes(Pictures.kept(outside.temporary()));
    }

    ExitStatus play() {
        terminal.blank();
        terminal.heading("KycPort: three ways to know who somebody is");
        terminal.text("Asha Test Rao is invented, and so is her provider: no network, no account, nothing to pay."
                + " She sees what a person sees at kyc run; what she types is shown as dots.");
        for (DemoChapter chapter : DemoChapter.values()) {
            tell(chapter);
        }
        return summary();
    }

    private void tell(DemoChapter chapter) {
        terminal.blank();
        terminal.chapter(
                (endings.size() + 1) + " of " + DemoChapter.values().length + "  " + Flows.title(chapter.flow()));
        terminal.text(chapter.plot());
        terminal.blank();
        Ending ending = stage(chapter).play(service, order(chapter), provider -> true);
        result.show(ending);
        ending.session()
                .ifPresent(session -> keepsakes.of(session).forEach(file -> terminal.fact("File", file.toString())));
        endings.put(chapter, ending);
    }

    private ExitStatus summary() {
        terminal.blank();
        terminal.chapter("Told to the end");
        endings.forEach((chapter, ending) -> {
            String line = chapter.flow().code() + ": " + result.path(ending);
            if (ending.status() == ExitStatus.FINE) {
                terminal.good(line);
            } else {
                terminal.bad(line);
            }
        });
        terminal.blank();
        keepsakes.folder().ifPresent(folder -> terminal.fact("Pictures", folder + " (yours to delete)"));
        terminal.fact("Your turn", "./kyc run --flow direct-otp --provider fake");
        terminal.fact("", "./kyc run --help tells which numbers, codes and captchas the fake knows");
        return endings.values().stream()
                .map(Ending::status)
                .filter(status -> status != ExitStatus.FINE)
                .findFirst()
                .orElse(ExitStatus.FINE);
    }

    private Stage stage(DemoChapter chapter) {
        Person asha = new ScriptedPerson(chapter.script(), terminal);
        return new Stage(
                new Answers(Map.of(), outside.in(), Optional.of(asha), terminal),
                new Story(terminal, Terminal.nowhere(), ZoneId.systemDefault()),
                new Waiting(outside.err()),
                keepsakes.pictures());
    }

    private static Order order(DemoChapter chapter) {
        return Notice.request(chapter.flow(), "demo", "Showing what KycPort does", DOCUMENTS)
                .map(request -> new Order(request, BACK, DOCUMENTS))
                .getOrElseThrow(wrong -> new IllegalStateException("the demo's own words: " + wrong.summary()));
    }
}

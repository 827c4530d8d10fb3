package dev.kycport.host.cli;

import dev.kycport.domain.consent.SubjectRef;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kyc consent export}: the ledger for other programs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Prints every consent as one line of JSON, by the names of ISO/IEC TS 27560:2023 where we have the"
                        + " data; docs/operations.md explains them.",
        footer = {"", "Exit status: 0 exported, 1 no such person, 2 usage, configuration or store."})
final class ConsentExportCommand implements Callable<Integer> {

    private final Outside outside;

    @Option(names = "--subject", paramLabel = "REF", description = "Only the consents of this person.")
    private Optional<String> subject = Optional.empty();

    @Mixin
    private ConfigOption config = new ConfigOption();

    ConsentExportCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        return subject.map(name -> SubjectRef.parse(name)
                        .fold(wrong -> Refusal.usage(wrong, outside), person -> export(Optional.of(person))))
                .orElseGet(() -> export(Optional.empty()))
                .number();
    }

    private ExitStatus export(Optional<SubjectRef> person) {
        try (LastingStore store = config.store(outside)) {
            if (person.filter(one -> store.register().consents(one).isEmpty()).isPresent()) {
                return Refusal.nobody(outside);
            }
            ConsentLines lines = new ConsentLines(record -> print(record, person, store.now()));
            store.register().read(lines);
            lines.end();
        }
        outside.out().flush();
        return ExitStatus.FINE;
    }

    private void print(ConsentRecord record, Optional<SubjectRef> person, Instant now) {
        boolean other = person.filter(
                        one -> !one.equals(record.consent().terms().subject()))
                .isPresent();
        if (!other) {
            Json.line(ConsentJson.of(record, now), outside.out());
        }
    }
}

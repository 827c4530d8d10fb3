package dev.kycport.host.cli.command;

import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.host.cli.consent.ConsentJson;
import dev.kycport.host.cli.consent.ConsentRecord;
import dev.kycport.host.cli.consent.ConsentRecordAssembler;
import dev.kycport.host.cli.context.AdminStore;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.CommandError;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.option.ConfigOption;
import dev.kycport.host.cli.terminal.JsonPrinter;
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

    private final CliContext cliContext;

    @Option(names = "--subject", paramLabel = "REF", description = "Only the consents of this person.")
    private Optional<String> subject = Optional.empty();

    @Mixin
    private ConfigOption config = new ConfigOption();

    ConsentExportCommand(CliContext cliContext) {
        this.cliContext = cliContext;
    }

    @Override
    public Integer call() {
        return subject.map(name -> SubjectRef.parse(name)
                        .fold(wrong -> CommandError.usage(wrong, cliContext), person -> export(Optional.of(person))))
                .orElseGet(() -> export(Optional.empty()))
                .code();
    }

    private ExitStatus export(Optional<SubjectRef> person) {
        try (AdminStore store = config.openStore(cliContext)) {
            if (person.filter(one -> store.ledgerReader().findConsents(one).isEmpty())
                    .isPresent()) {
                return CommandError.unknownSubject(cliContext);
            }
            ConsentRecordAssembler lines = new ConsentRecordAssembler(record -> print(record, person, store.now()));
            store.ledgerReader().readAll(lines);
            lines.finish();
        }
        cliContext.out().flush();
        return ExitStatus.OK;
    }

    private void print(ConsentRecord record, Optional<SubjectRef> person, Instant now) {
        boolean other = person.filter(
                        one -> !one.equals(record.consent().terms().subject()))
                .isPresent();
        if (!other) {
            JsonPrinter.printLine(ConsentJson.of(record, now), cliContext.out());
        }
    }
}

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

/** {@code kyc consent export}: prints the ledger as JSON lines. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Prints each consent as one line of JSON, with the names of ISO/IEC TS 27560:2023 where they exist;"
                        + " docs/operations.md explains them.",
        footer = {"", "Exit status: 0 exported, 1 unknown subject, 2 usage, configuration or store."})
final class ConsentExportCommand implements Callable<Integer> {

    private final CliContext context;

    @Option(names = "--subject", paramLabel = "REF", description = "Only the consents of this person.")
    private Optional<String> subject = Optional.empty();

    @Mixin
    private ConfigOption config = new ConfigOption();

    ConsentExportCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return subject.map(name -> SubjectRef.parse(name)
                        .fold(wrong -> CommandError.usage(wrong, context), person -> export(Optional.of(person))))
                .orElseGet(() -> export(Optional.empty()))
                .code();
    }

    private ExitStatus export(Optional<SubjectRef> person) {
        try (AdminStore store = config.openStore(context)) {
            if (person.filter(one ->
                            store.admin().ledgerReader().findConsents(one).isEmpty())
                    .isPresent()) {
                return CommandError.unknownSubject(context);
            }
            ConsentRecordAssembler assembler = new ConsentRecordAssembler(record -> print(record, person, store.now()));
            store.admin().ledgerReader().readAll(assembler);
            assembler.finish();
        }
        context.out().flush();
        return ExitStatus.OK;
    }

    private void print(ConsentRecord record, Optional<SubjectRef> person, Instant now) {
        boolean other = person.filter(
                        one -> !one.equals(record.consent().terms().subject()))
                .isPresent();
        if (!other) {
            JsonPrinter.printLine(ConsentJson.of(record, now), context.out());
        }
    }
}

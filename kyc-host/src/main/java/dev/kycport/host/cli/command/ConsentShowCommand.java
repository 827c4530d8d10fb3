package dev.kycport.host.cli.command;

import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.host.cli.consent.ConsentJson;
import dev.kycport.host.cli.consent.ConsentRecord;
import dev.kycport.host.cli.consent.Receipt;
import dev.kycport.host.cli.context.AdminStore;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.CommandError;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.option.ConfigOption;
import dev.kycport.host.cli.option.JsonOption;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kyc consent show}: a receipt for a person. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Prints a receipt that a person can read: everything they were ever asked for, what they answered,"
                        + " and every use that was made of it.",
        footer = {"", "Exit status: 0 shown, 1 no such person, 2 usage, configuration or store."})
final class ConsentShowCommand implements Callable<Integer> {

    private final CliContext cliContext;

    @Parameters(paramLabel = "SUBJECT", description = "Your own name for the person, as given to --subject.")
    private String subject = "";

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    ConsentShowCommand(CliContext cliContext) {
        this.cliContext = cliContext;
    }

    @Override
    public Integer call() {
        return SubjectRef.parse(subject)
                .fold(wrong -> CommandError.usage(wrong, cliContext), this::show)
                .code();
    }

    private ExitStatus show(SubjectRef person) {
        try (AdminStore store = config.openStore(cliContext)) {
            List<ConsentRecord> records = store.ledgerReader().findConsents(person).stream()
                    .map(id -> ConsentRecord.of(store.ledger().events(id)))
                    .toList();
            return records.isEmpty() ? CommandError.unknownSubject(cliContext) : show(person, records, store.now());
        }
    }

    private ExitStatus show(SubjectRef person, List<ConsentRecord> records, Instant now) {
        json.print(
                cliContext.out(),
                () -> ConsentJson.of(person, records, now),
                out -> new Receipt(out, ZoneId.systemDefault(), now).print(person, records));
        return ExitStatus.OK;
    }
}

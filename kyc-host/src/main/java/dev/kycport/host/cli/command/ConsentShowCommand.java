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

/** {@code kyc consent show}: prints a person's consents as a receipt. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Prints a receipt for a person: every consent they were asked for, their answers, and every use.",
        footer = {"", "Exit status: 0 shown, 1 unknown subject, 2 usage, configuration or store."})
final class ConsentShowCommand implements Callable<Integer> {

    private final CliContext context;

    @Parameters(paramLabel = "SUBJECT", description = "Your own name for the person, as given to --subject.")
    private String subject = "";

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    ConsentShowCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return SubjectRef.parse(subject)
                .fold(wrong -> CommandError.usage(wrong, context), this::show)
                .code();
    }

    private ExitStatus show(SubjectRef person) {
        try (AdminStore store = config.openStore(context)) {
            List<ConsentRecord> records = store.admin().ledgerReader().findConsents(person).stream()
                    .map(id -> ConsentRecord.of(store.ledger().events(id)))
                    .toList();
            return records.isEmpty() ? CommandError.unknownSubject(context) : show(person, records, store.now());
        }
    }

    private ExitStatus show(SubjectRef person, List<ConsentRecord> records, Instant now) {
        json.print(
                context.out(),
                () -> ConsentJson.of(person, records, now),
                out -> new Receipt(out, ZoneId.systemDefault(), now).print(person, records));
        return ExitStatus.OK;
    }
}

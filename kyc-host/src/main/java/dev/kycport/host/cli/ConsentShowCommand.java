package dev.kycport.host.cli;

import dev.kycport.domain.consent.SubjectRef;
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

    private final Outside outside;

    @Parameters(paramLabel = "SUBJECT", description = "Your own name for the person, as given to --subject.")
    private String subject = "";

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    ConsentShowCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        return SubjectRef.parse(subject)
                .fold(wrong -> Refusal.usage(wrong, outside), this::show)
                .number();
    }

    private ExitStatus show(SubjectRef person) {
        try (LastingStore store = config.store(outside)) {
            List<ConsentRecord> records = store.register().consents(person).stream()
                    .map(id -> ConsentRecord.of(store.ledger().events(id)))
                    .toList();
            return records.isEmpty() ? Refusal.nobody(outside) : show(person, records, store.now());
        }
    }

    private ExitStatus show(SubjectRef person, List<ConsentRecord> records, Instant now) {
        json.tell(
                outside.out(),
                () -> ConsentJson.of(person, records, now),
                out -> new Receipt(out, ZoneId.systemDefault(), now).show(person, records));
        return ExitStatus.FINE;
    }
}

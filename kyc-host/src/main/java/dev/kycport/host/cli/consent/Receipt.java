package dev.kycport.host.cli.consent;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.host.cli.terminal.Terminal;
import dev.kycport.host.cli.terminal.TextFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Prints all consents of a person, for that person: the terms, the answer, every use. */
public final class Receipt {

    private final Terminal terminal;
    private final DateTimeFormatter format;
    private final Instant now;

    public Receipt(Terminal terminal, ZoneId zone, Instant now) {
        this.terminal = terminal;
        this.format = TextFormat.timestamp(zone);
        this.now = now;
    }

    public void print(SubjectRef subject, List<ConsentRecord> records) {
        terminal.heading("Consents of " + subject.value());
        terminal.text("Read from the ledger on " + format.format(now) + " (" + format.getZone() + ").");
        for (int at = 0; at < records.size(); at++) {
            terminal.blankLine();
            print(at + 1 + " of " + records.size(), records.get(at));
        }
    }

    private void print(String place, ConsentRecord record) {
        ConsentStatus status = ConsentStatus.of(record.consent(), now, format);
        terminal.section(place + "  " + status.code().code());
        printTerms(record.consent().terms());
        new ReceiptEventFormatter(terminal, format).print(record.events());
        terminal.field("State", status.text());
        if (status.code() == ConsentStatus.Code.GIVEN || status.code() == ConsentStatus.Code.EXPIRED) {
            terminal.field(
                    "To withdraw",
                    "at any time: " + withdrawalCommand(record.consent().id()));
        }
        terminal.field("Record", record.consent().id().value());
    }

    private void printTerms(ConsentTerms terms) {
        terminal.field("Purpose", terms.purpose().value());
        terminal.field("Data", terms.dataItems().stream().sorted().collect(Collectors.joining(", ")));
        terminal.field(
                "Passed to",
                terms.recipients().stream().map(ProviderId::value).sorted().collect(Collectors.joining(", ")));
        terminal.field("Notice", terms.notice().name() + ", " + terms.notice().language());
        terms.notice().text().lines().forEach(line -> terminal.field("", line));
    }

    /** The command that withdraws the consent, with -- before an id that starts with a dash. */
    static String withdrawalCommand(ConsentId id) {
        return "kyc consent withdraw " + (id.value().startsWith("-") ? "-- " : "") + id.value();
    }
}

package dev.kycport.host.cli.consent;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.host.cli.terminal.Terminal;
import dev.kycport.host.cli.terminal.TimeFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** The consents of a person, for that person: who asked for what, what they answered, what was done under it. */
public final class Receipt {

    private final Terminal terminal;
    private final TimeFormat timeFormat;
    private final Instant now;

    public Receipt(Terminal terminal, ZoneId zone, Instant now) {
        this.terminal = terminal;
        this.timeFormat = new TimeFormat(zone);
        this.now = now;
    }

    public void print(SubjectRef person, List<ConsentRecord> records) {
        terminal.heading("Consents of " + person.value());
        terminal.text("As the ledger has them on " + timeFormat.format(now) + " (" + timeFormat.zone() + ").");
        for (int at = 0; at < records.size(); at++) {
            terminal.blankLine();
            print(at + 1 + " of " + records.size(), records.get(at));
        }
    }

    private void print(String place, ConsentRecord record) {
        ConsentStatus.State standing = record.consent().match(new ConsentStatus(now));
        terminal.section(place + "  " + standing.code());
        printTerms(record.consent().terms());
        new ReceiptEventFormatter(terminal, timeFormat).print(record.events());
        terminal.field("State", record.consent().match(new ConsentStatusText(timeFormat, now)));
        if (standing == ConsentStatus.State.GIVEN || standing == ConsentStatus.State.EXPIRED) {
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

    /** The command that takes that consent back. Behind -- an id that begins with a dash is no option. */
    static String withdrawalCommand(ConsentId id) {
        return "kyc consent withdraw " + (id.value().startsWith("-") ? "-- " : "") + id.value();
    }
}

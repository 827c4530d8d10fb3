package dev.kycport.host.cli;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.consent.SubjectRef;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** The consents of a person, for that person: who asked for what, what they answered, what was done under it. */
final class Receipt {

    private final Terminal terminal;
    private final Calendar calendar;
    private final Instant now;

    Receipt(Terminal terminal, ZoneId zone, Instant now) {
        this.terminal = terminal;
        this.calendar = new Calendar(zone);
        this.now = now;
    }

    void show(SubjectRef person, List<ConsentRecord> records) {
        terminal.heading("Consents of " + person.value());
        terminal.text("As the ledger has them on " + calendar.moment(now) + " (" + calendar.zone() + ").");
        for (int at = 0; at < records.size(); at++) {
            terminal.blank();
            show(at + 1 + " of " + records.size(), records.get(at));
        }
    }

    private void show(String place, ConsentRecord record) {
        ConsentStanding.Word standing = record.consent().match(new ConsentStanding(now));
        terminal.chapter(place + "  " + standing.code());
        terms(record.consent().terms());
        new ReceiptEvents(terminal, calendar).show(record.events());
        terminal.fact("State", record.consent().match(new ConsentInWords(calendar, now)));
        if (standing == ConsentStanding.Word.GIVEN || standing == ConsentStanding.Word.EXPIRED) {
            terminal.fact(
                    "To withdraw", "at any time: " + withdrawal(record.consent().id()));
        }
        terminal.fact("Record", record.consent().id().value());
    }

    private void terms(ConsentTerms terms) {
        terminal.fact("Purpose", terms.purpose().value());
        terminal.fact("Data", terms.dataItems().stream().sorted().collect(Collectors.joining(", ")));
        terminal.fact(
                "Passed to",
                terms.recipients().stream().map(ProviderId::value).sorted().collect(Collectors.joining(", ")));
        terminal.fact("Notice", terms.notice().name() + ", " + terms.notice().language());
        terms.notice().text().lines().forEach(line -> terminal.fact("", line));
    }

    /** The command that takes that consent back. Behind -- an id that begins with a dash is no option. */
    static String withdrawal(ConsentId id) {
        return "kyc consent withdraw " + (id.value().startsWith("-") ? "-- " : "") + id.value();
    }
}

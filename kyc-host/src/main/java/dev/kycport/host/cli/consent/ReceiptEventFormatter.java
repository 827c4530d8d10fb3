package dev.kycport.host.cli.consent;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.host.cli.terminal.Terminal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Prints the events of a consent, one line each, in everyday words. */
final class ReceiptEventFormatter {

    private final Terminal terminal;
    private final DateTimeFormatter format;

    ReceiptEventFormatter(Terminal terminal, DateTimeFormatter format) {
        this.terminal = terminal;
        this.format = format;
    }

    void print(List<ConsentRecord.Event> events) {
        String before = "";
        for (ConsentRecord.Event event : events) {
            String label = label(event.event());
            terminal.field(
                    label.equals(before) ? "" : label,
                    format.format(event.event().at()) + details(event.event()));
            before = label;
        }
    }

    private static String label(ConsentEvent event) {
        return event.code().substring(0, 1).toUpperCase(Locale.ROOT)
                + event.code().substring(1);
    }

    private String details(ConsentEvent event) {
        if (event instanceof ConsentEvent.WasGiven given) {
            return ", " + describeMethod(given.method()) + "; valid until "
                    + format.format(given.at().plus(given.validFor()));
        }
        return event instanceof ConsentEvent.WasUsed used ? ": " + describeUse(used.use()) : "";
    }

    private static String describeMethod(ConsentMethod method) {
        return switch (method) {
            case CHECKBOX -> "by ticking a box";
            case BUTTON -> "by pressing a button";
            case TYPED -> "by typing yes";
            case SPOKEN -> "by saying so";
            case SIGNED -> "by signing";
        };
    }

    private static String describeUse(ConsentUse use) {
        return use.recipient().value() + " was asked to " + describeCall(use.call());
    }

    private static String describeCall(ProviderCall call) {
        return switch (call) {
            case CONNECT -> "show a captcha";
            case RELOAD_CAPTCHA -> "show another captcha";
            case SEND_CODE -> "send a code to the mobile linked to the number";
            case VERIFY_CODE -> "check the code, and to pass on the data above";
            case OFFER_AUTHORIZATION -> "give an address for signing in to DigiLocker";
            case TAKE_UP_AUTHORIZATION -> "use the permission given at DigiLocker";
            case COLLECT_DOCUMENTS -> "fetch what was shared at DigiLocker";
        };
    }
}

package dev.kycport.host.cli.consent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.app.step.WithdrawnConsent;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.host.cli.terminal.Terminal;
import java.util.List;

/** The withdrawal of all consents of a person, and its effect on the sessions. */
public record WithdrawalsReport(SubjectRef subject, List<WithdrawnConsent> consents) {

    public void print(Terminal terminal) {
        terminal.success(
                consents.size() == 1
                        ? "The consent is withdrawn: no further call is made under it."
                        : consents.size() + " consents are withdrawn: no further call is made under them.");
        consents.forEach(one -> print(one, terminal));
        terminal.field("Ledger", WithdrawalReport.ledgerText(subject));
    }

    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("subject", subject.value());
        ArrayNode list = json.putArray("consents");
        consents.forEach(
                one -> fill(list.addObject().put("consent", one.consent().value()), one));
        return json;
    }

    private static void print(WithdrawnConsent one, Terminal terminal) {
        terminal.field("Consent", one.consent().value());
        if (one.sessions().isEmpty()) {
            terminal.field("Session", "purged");
        }
        one.sessions().forEach(change -> report(change).printSession(terminal));
    }

    private static void fill(ObjectNode json, WithdrawnConsent one) {
        ArrayNode sessions = json.putArray("sessions");
        one.sessions().forEach(change -> sessions.add(report(change).json()));
    }

    private static WithdrawalReport report(WithdrawnConsent.Change change) {
        return new WithdrawalReport(change.before(), change.after());
    }
}

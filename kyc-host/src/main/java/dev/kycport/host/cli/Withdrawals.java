package dev.kycport.host.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.app.WithdrawnConsent;
import dev.kycport.domain.consent.SubjectRef;
import java.util.List;

/** Consents of one person taken back, and what that did to the sessions that are left of them. */
record Withdrawals(SubjectRef subject, List<WithdrawnConsent> consents) {

    void tell(Terminal terminal) {
        terminal.good(
                consents.size() == 1
                        ? "The consent is withdrawn: no further call is made under it."
                        : consents.size() + " consents are withdrawn: no further call is made under them.");
        consents.forEach(one -> tell(one, terminal));
        terminal.fact("Ledger", Withdrawal.kept(subject));
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("subject", subject.value());
        ArrayNode list = json.putArray("consents");
        consents.forEach(
                one -> fill(list.addObject().put("consent", one.consent().value()), one));
        return json;
    }

    private static void tell(WithdrawnConsent one, Terminal terminal) {
        terminal.fact("Consent", one.consent().value());
        if (one.sessions().isEmpty()) {
            terminal.fact("Session", "none is kept any more");
        }
        one.sessions().forEach(change -> withdrawal(change).tellSession(terminal));
    }

    private static void fill(ObjectNode json, WithdrawnConsent one) {
        ArrayNode sessions = json.putArray("sessions");
        one.sessions().forEach(change -> sessions.add(withdrawal(change).json()));
    }

    private static Withdrawal withdrawal(WithdrawnConsent.Change change) {
        return new Withdrawal(change.before(), change.after());
    }
}

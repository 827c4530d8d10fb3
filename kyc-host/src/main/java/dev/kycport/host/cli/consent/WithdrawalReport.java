package dev.kycport.host.cli.consent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.app.KycService;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.KycSession;
import dev.kycport.host.cli.terminal.Terminal;
import io.vavr.control.Either;

/** The withdrawal of a consent, and its effect on the session. */
public record WithdrawalReport(KycSession before, KycSession after) {

    public static Either<KycFailure, WithdrawalReport> withdraw(SessionId id, KycService service) {
        return service.findSession(id)
                .flatMap(before -> service.withdrawConsent(id)
                        .map(StepResult::session)
                        .map(after -> new WithdrawalReport(before, after)));
    }

    public void print(Terminal terminal) {
        terminal.success("The consent is withdrawn: no further call is made under it.");
        printSession(terminal);
        terminal.field("Ledger", ledgerText(after.header().subject()));
    }

    /** Prints the session without the ledger. */
    void printSession(Terminal terminal) {
        terminal.field("Session", session());
        terminal.field("Identity", identity());
    }

    static String ledgerText(SubjectRef subject) {
        return "kept, with the withdrawal; see kyc consent show " + subject.value();
    }

    public ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("session", after.id().value())
                .put("subject", after.header().subject().value())
                .put("consent", after.header().consent().value())
                .put("before", before.state().code())
                .put("state", after.state().code())
                .put("identityErased", erased());
    }

    private String session() {
        return before.state() == after.state()
                ? "had ended before: " + after.rejection().summary()
                : after.state().code() + ", was " + before.state().code();
    }

    private String identity() {
        if (erased()) {
            return "erased";
        }
        return before instanceof KycSession.Completed
                ? "none is stored here; the host saved it and must erase its own copy"
                : "none was stored";
    }

    private boolean erased() {
        return before instanceof KycSession.Verified;
    }
}

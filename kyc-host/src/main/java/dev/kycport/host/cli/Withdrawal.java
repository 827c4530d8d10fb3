package dev.kycport.host.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.app.KycService;
import dev.kycport.app.Progress;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;

/** A consent taken back, and what that did to its session. */
record Withdrawal(KycSession before, KycSession after) {

    static Either<KycFailure, Withdrawal> of(SessionId id, KycService service) {
        return service.look(id)
                .flatMap(before ->
                        service.withdrawConsent(id).map(Progress::session).map(after -> new Withdrawal(before, after)));
    }

    void tell(Terminal terminal) {
        terminal.good("The consent is withdrawn: no further call is made under it.");
        tellSession(terminal);
        terminal.fact("Ledger", kept(after.dossier().subject()));
    }

    /** The session alone. */
    void tellSession(Terminal terminal) {
        terminal.fact("Session", session());
        terminal.fact("Identity", identity());
    }

    /** What is said of the ledger. */
    static String kept(SubjectRef subject) {
        return "kept, with the withdrawal in it; kyc consent show " + subject.value();
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("session", after.id().value())
                .put("subject", after.dossier().subject().value())
                .put("consent", after.dossier().consent().value())
                .put("before", before.state().code())
                .put("state", after.state().code())
                .put("identityErased", erased());
    }

    private String session() {
        return before.state() == after.state()
                ? "was over before: " + after.refusal().summary()
                : after.state().code() + ", was " + before.state().code();
    }

    private String identity() {
        if (erased()) {
            return "erased";
        }
        return before instanceof KycSession.Completed
                ? "none is kept here: the host took it over, and has to let go of its own copy"
                : "none was kept";
    }

    private boolean erased() {
        return before instanceof KycSession.Verified;
    }
}

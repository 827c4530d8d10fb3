package dev.kycport.endurance.invariant;

import dev.kycport.domain.consent.ConsentHistory;
import dev.kycport.domain.session.SessionReconciliation;
import dev.kycport.domain.session.SessionSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** Whatever is stored can be restored and settled, now and whenever somebody looks again; so can its consent. */
final class SessionIsRestorable implements Invariant {

    @Override
    public Stream<String> violations(SessionEvidence sessionEvidence) {
        return Stream.concat(
                sessionEvidence.stored().stream()
                        .flatMap(stored -> Stream.of(
                                        sessionEvidence.now(),
                                        sessionEvidence.now().plus(sessionEvidence.callTimeout()),
                                        sessionEvidence.now().plus(Duration.ofDays(2)))
                                .flatMap(at -> attempt("session", () -> settle(sessionEvidence, stored, at)))),
                sessionEvidence.consent().isEmpty()
                        ? Stream.empty()
                        : attempt("consent", () -> ConsentHistory.replay(sessionEvidence.consent())));
    }

    private static void settle(SessionEvidence sessionEvidence, SessionSnapshot stored, Instant at) {
        SessionReconciliation.reconcile(
                stored.restore(), at, sessionEvidence.callTimeout(), sessionEvidence.policies());
    }

    private static Stream<String> attempt(String what, Runnable action) {
        try {
            action.run();
            return Stream.empty();
        } catch (RuntimeException failure) {
            return Stream.of("has a " + what + " that cannot be explained: " + failure.getMessage());
        }
    }
}

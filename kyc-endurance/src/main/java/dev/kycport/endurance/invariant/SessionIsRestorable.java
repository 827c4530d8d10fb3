package dev.kycport.endurance.invariant;

import dev.kycport.domain.consent.ConsentHistory;
import dev.kycport.domain.session.SessionReconciliation;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.endurance.system.SystemUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** Each stored session can be restored and reconciled, now and later; each consent can be replayed. */
final class SessionIsRestorable implements Invariant {

    @Override
    public Stream<String> violations(SessionEvidence evidence) {
        return Stream.concat(
                evidence.stored().stream()
                        .flatMap(stored -> Stream.of(
                                        evidence.now(),
                                        evidence.now().plus(SystemUnderTest.CALL_TIMEOUT),
                                        evidence.now().plus(Duration.ofDays(2)))
                                .flatMap(at -> attempt("session", () -> reconcile(stored, at)))),
                evidence.consent().isEmpty()
                        ? Stream.empty()
                        : attempt("consent", () -> ConsentHistory.replay(evidence.consent())));
    }

    private static void reconcile(SessionSnapshot stored, Instant at) {
        SessionReconciliation.reconcile(stored.restore(), at, SystemUnderTest.CALL_TIMEOUT, SystemUnderTest.POLICIES);
    }

    private static Stream<String> attempt(String what, Runnable action) {
        try {
            action.run();
            return Stream.empty();
        } catch (RuntimeException failure) {
            return Stream.of("has a " + what + " that cannot be restored: " + failure.getMessage());
        }
    }
}

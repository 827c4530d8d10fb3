package dev.kycport.endurance;

import dev.kycport.domain.consent.ConsentHistory;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.domain.session.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** Whatever is stored can be restored and settled, now and whenever somebody looks again; so can its consent. */
final class SessionIsExplainable implements Check {

    @Override
    public Stream<String> violations(Evidence evidence) {
        return Stream.concat(
                evidence.stored().stream()
                        .flatMap(stored -> Stream.of(
                                        evidence.now(),
                                        evidence.now().plus(evidence.patience()),
                                        evidence.now().plus(Duration.ofDays(2)))
                                .flatMap(at -> attempt("session", () -> settle(evidence, stored, at)))),
                evidence.consent().isEmpty()
                        ? Stream.empty()
                        : attempt("consent", () -> ConsentHistory.replay(evidence.consent())));
    }

    private static void settle(Evidence evidence, SessionSnapshot stored, Instant at) {
        Settlement.of(stored.restore(), at, evidence.patience(), evidence.policies());
    }

    private static Stream<String> attempt(String what, Runnable explanation) {
        try {
            explanation.run();
            return Stream.empty();
        } catch (RuntimeException inexplicable) {
            return Stream.of("has a " + what + " that cannot be explained: " + inexplicable.getMessage());
        }
    }
}

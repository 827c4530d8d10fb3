package dev.kycport.endurance.invariant;

import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.store.AuditEntry;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The audit trail has one entry for each revision, from the opening to the stored state, without a gap. */
final class TrailIsUnbroken implements Invariant {

    @Override
    public Stream<String> violations(SessionEvidence evidence) {
        return evidence.stored().stream().flatMap(stored -> violations(stored, evidence.transitions()));
    }

    private static Stream<String> violations(SessionSnapshot stored, List<AuditEntry> transitions) {
        if (transitions.isEmpty()) {
            return Stream.of("has a session without a trail");
        }
        return Stream.of(
                        Invariant.check(
                                transitions.get(0).from() == SessionState.OPENED,
                                "has a trail that does not begin with the opening"),
                        gaps(transitions),
                        Invariant.check(
                                transitions.get(transitions.size() - 1).to() == stored.state(),
                                "has a trail that does not lead to "
                                        + stored.state().code()),
                        Invariant.check(
                                transitions.size() == stored.header().revision() + 1,
                                "has " + transitions.size() + " recorded transitions at revision "
                                        + stored.header().revision()))
                .flatMap(found -> found);
    }

    private static Stream<String> gaps(List<AuditEntry> transitions) {
        return IntStream.range(1, transitions.size())
                .filter(i -> transitions.get(i).from() != transitions.get(i - 1).to())
                .mapToObj(i -> "has a trail with a gap before revision " + i);
    }
}

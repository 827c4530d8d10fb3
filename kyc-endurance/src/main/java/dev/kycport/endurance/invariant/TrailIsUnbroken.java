package dev.kycport.endurance.invariant;

import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.store.AuditEntry;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The audit trail leads without a gap from the opening to the stored state, one entry a revision. */
final class TrailIsUnbroken implements Invariant {

    @Override
    public Stream<String> violations(SessionEvidence sessionEvidence) {
        return sessionEvidence.stored().stream().flatMap(stored -> violations(stored, sessionEvidence.transitions()));
    }

    private static Stream<String> violations(SessionSnapshot stored, List<AuditEntry> moves) {
        if (moves.isEmpty()) {
            return Stream.of("has a session without a trail");
        }
        return Stream.of(
                        Invariant.check(moves.get(0).from() == SessionState.OPENED, "has a trail that does not begin"),
                        gaps(moves),
                        Invariant.check(
                                moves.get(moves.size() - 1).to() == stored.state(),
                                "has a trail that does not lead to "
                                        + stored.state().code()),
                        Invariant.check(
                                moves.size() == stored.header().revision() + 1,
                                "has " + moves.size() + " moves on record at revision "
                                        + stored.header().revision()))
                .flatMap(found -> found);
    }

    private static Stream<String> gaps(List<AuditEntry> moves) {
        return IntStream.range(1, moves.size())
                .filter(i -> moves.get(i).from() != moves.get(i - 1).to())
                .mapToObj(i -> "has a trail with a gap before revision " + i);
    }
}

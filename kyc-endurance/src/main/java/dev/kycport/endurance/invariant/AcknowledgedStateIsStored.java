package dev.kycport.endurance.invariant;

import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.endurance.user.StepOutcome;
import dev.kycport.ports.store.AuditEntry;
import java.util.List;
import java.util.stream.Stream;

/** Whatever a person was told stands in the stores: that revision, or a later one that came after it. */
final class AcknowledgedStateIsStored implements Invariant {

    @Override
    public Stream<String> violations(SessionEvidence sessionEvidence) {
        return Stream.concat(
                sessionEvidence.history().outcomes().stream()
                        .flatMap(acknowledged -> notStored(sessionEvidence, acknowledged)),
                withdrawalNotRecorded(sessionEvidence));
    }

    private static Stream<String> notStored(SessionEvidence sessionEvidence, StepOutcome acknowledged) {
        if (sessionEvidence.stored().isEmpty()) {
            return Stream.of("was told of revision " + acknowledged.revision() + ", and there is no such session");
        }
        SessionSnapshot stored = sessionEvidence.stored().get();
        long revision = stored.header().revision();
        if (revision < acknowledged.revision()) {
            return Stream.of("was told of revision " + acknowledged.revision() + ", and the store is at " + revision);
        }
        StepOutcome current = StepOutcome.of(stored);
        return Stream.concat(
                Invariant.check(
                        revision > acknowledged.revision() || current.equals(acknowledged),
                        "was told " + acknowledged + ", and the store says " + current),
                notInTrail(sessionEvidence.transitions(), acknowledged));
    }

    private static Stream<String> notInTrail(List<AuditEntry> moves, StepOutcome acknowledged) {
        return Invariant.check(
                moves.size() > acknowledged.revision()
                        && moves.get((int) acknowledged.revision()).to().code().equals(acknowledged.state()),
                "was told of " + acknowledged.state() + " at revision " + acknowledged.revision()
                        + ", which the trail does not know");
    }

    private static Stream<String> withdrawalNotRecorded(SessionEvidence sessionEvidence) {
        return Invariant.check(
                !sessionEvidence.history().isConsentWithdrawn()
                        || sessionEvidence.consent().stream().anyMatch(ConsentEvent.WasWithdrawn.class::isInstance),
                "took the consent back, and the ledger does not know");
    }
}

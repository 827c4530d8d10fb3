package dev.kycport.endurance.invariant;

import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.endurance.user.StepOutcome;
import dev.kycport.ports.store.AuditEntry;
import java.util.List;
import java.util.stream.Stream;

/** Each acknowledged state is stored, or a later revision that follows it in the audit trail. */
final class AcknowledgedStateIsStored implements Invariant {

    @Override
    public Stream<String> violations(SessionEvidence evidence) {
        return Stream.concat(
                evidence.history().outcomes().stream().flatMap(acknowledged -> notStored(evidence, acknowledged)),
                withdrawalNotRecorded(evidence));
    }

    private static Stream<String> notStored(SessionEvidence evidence, StepOutcome acknowledged) {
        if (evidence.stored().isEmpty()) {
            return Stream.of("acknowledged revision " + acknowledged.revision() + ", but the session is not stored");
        }
        SessionSnapshot stored = evidence.stored().get();
        long revision = stored.header().revision();
        if (revision < acknowledged.revision()) {
            return Stream.of("acknowledged revision " + acknowledged.revision() + ", but the store is at " + revision);
        }
        StepOutcome current = StepOutcome.of(stored);
        return Stream.concat(
                Invariant.check(
                        revision > acknowledged.revision() || current.equals(acknowledged),
                        "acknowledged " + acknowledged + ", but the store has " + current),
                notInTrail(evidence.transitions(), acknowledged));
    }

    private static Stream<String> notInTrail(List<AuditEntry> transitions, StepOutcome acknowledged) {
        return Invariant.check(
                transitions.size() > acknowledged.revision()
                        && transitions
                                .get((int) acknowledged.revision())
                                .to()
                                .code()
                                .equals(acknowledged.state()),
                "acknowledged " + acknowledged.state() + " at revision " + acknowledged.revision()
                        + ", which is not in the trail");
    }

    private static Stream<String> withdrawalNotRecorded(SessionEvidence evidence) {
        return Invariant.check(
                !evidence.history().isConsentWithdrawn()
                        || evidence.consent().stream().anyMatch(ConsentEvent.WasWithdrawn.class::isInstance),
                "acknowledged a withdrawal that is not in the ledger");
    }
}

package dev.kycport.endurance.invariant;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.endurance.user.UserHistory;
import dev.kycport.endurance.vendor.RecordedCall;
import dev.kycport.ports.store.AuditEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All data about one session: what the user received, what the vendor received and what the stores contain.
 *
 * @param now when the stores were read
 */
public record SessionEvidence(
        UserHistory history,
        List<RecordedCall> calls,
        Optional<SessionSnapshot> stored,
        List<AuditEntry> trail,
        List<ConsentEvent> consent,
        Instant now) {

    /** The entries that record a transition: the first is revision 0, and so on. */
    List<AuditEntry> transitions() {
        return trail.stream()
                .filter(entry -> entry.kind() != AuditEntry.Kind.REFUSED)
                .toList();
    }

    long intents(ProviderCall call) {
        return trail.stream()
                .filter(entry -> entry.kind() == AuditEntry.Kind.INTENT)
                .filter(entry -> entry.call().filter(call::equals).isPresent())
                .count();
    }

    Stream<RecordedCall> calls(ProviderCall call) {
        return calls.stream().filter(recorded -> recorded.call() == call);
    }

    Stream<ConsentEvent.WasUsed> uses() {
        return consent.stream().filter(ConsentEvent.WasUsed.class::isInstance).map(ConsentEvent.WasUsed.class::cast);
    }
}

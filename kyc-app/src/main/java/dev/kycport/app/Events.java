package dev.kycport.app;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.session.Dossier;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.KycEvent;
import java.time.Instant;
import java.util.Optional;

/** What a host is told of a state that was just stored; of most there is nothing to tell. */
final class Events {

    private Events() {}

    static Optional<KycEvent> of(KycSession before, KycSession after, AuditEntry entry) {
        KycEvent.Occasion occasion = occasion(after, entry.at());
        if (entry.kind() == AuditEntry.Kind.HOP) {
            return Optional.of(
                    new KycEvent.ProviderHop(occasion, before.dossier().provider()));
        }
        if (after instanceof KycSession.Ended ended) {
            return Optional.of(new KycEvent.Ended(occasion, ended.reason()));
        }
        if (after instanceof KycSession.Verified) {
            return Optional.of(new KycEvent.Verified(occasion));
        }
        if (before instanceof KycSession.Opened && after instanceof KycSession.Consented) {
            return Optional.of(new KycEvent.ConsentGiven(occasion));
        }
        return isCodeSent(after, entry) ? Optional.of(new KycEvent.CodeSent(occasion)) : Optional.empty();
    }

    static KycEvent withdrawn(KycSession session, Instant at) {
        return new KycEvent.ConsentWithdrawn(occasion(session, at));
    }

    // Where a code is in doubt, or an earlier one pending, there is something to report.
    private static boolean isCodeSent(KycSession after, AuditEntry entry) {
        return entry.kind() == AuditEntry.Kind.OUTCOME
                && entry.call().filter(ProviderCall.SEND_CODE::equals).isPresent()
                && entry.code().isEmpty()
                && after instanceof KycSession.AwaitingOtp<?>;
    }

    private static KycEvent.Occasion occasion(KycSession session, Instant at) {
        Dossier dossier = session.dossier();
        return new KycEvent.Occasion(dossier.id(), dossier.flow(), dossier.provider(), dossier.subject(), at);
    }
}

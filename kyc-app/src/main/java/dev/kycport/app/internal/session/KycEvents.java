package dev.kycport.app.internal.session;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionHeader;
import dev.kycport.ports.observe.KycEvent;
import dev.kycport.ports.store.AuditEntry;
import java.time.Instant;
import java.util.Optional;

/** The event that listeners receive for a stored state; most states have none. */
public final class KycEvents {

    private KycEvents() {}

    static Optional<KycEvent> of(KycSession before, KycSession after, AuditEntry entry) {
        KycEvent.Context context = contextOf(after, entry.at());
        if (entry.kind() == AuditEntry.Kind.FAILOVER) {
            return Optional.of(
                    new KycEvent.ProviderFailover(context, before.header().provider()));
        }
        if (after instanceof KycSession.Ended ended) {
            return Optional.of(new KycEvent.Ended(context, ended.reason()));
        }
        if (after instanceof KycSession.Verified) {
            return Optional.of(new KycEvent.Verified(context));
        }
        if (before instanceof KycSession.Opened && after instanceof KycSession.Consented) {
            return Optional.of(new KycEvent.ConsentGiven(context));
        }
        return isCodeSent(after, entry) ? Optional.of(new KycEvent.CodeSent(context)) : Optional.empty();
    }

    public static KycEvent consentWithdrawn(KycSession session, Instant at) {
        return new KycEvent.ConsentWithdrawn(contextOf(session, at));
    }

    // If a code is in doubt, or an earlier one pending, the entry has a code to report.
    private static boolean isCodeSent(KycSession after, AuditEntry entry) {
        return entry.kind() == AuditEntry.Kind.OUTCOME
                && entry.call().filter(ProviderCall.SEND_CODE::equals).isPresent()
                && entry.code().isEmpty()
                && after instanceof KycSession.AwaitingOtp<?>;
    }

    private static KycEvent.Context contextOf(KycSession session, Instant at) {
        SessionHeader sessionHeader = session.header();
        return new KycEvent.Context(
                sessionHeader.id(), sessionHeader.flow(), sessionHeader.provider(), sessionHeader.subject(), at);
    }
}

package dev.kycport.app.internal.session;

import dev.kycport.app.internal.provider.ProviderDirectory;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionHeader;
import dev.kycport.domain.session.SessionReconciliation;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.ConsentLedger;
import dev.kycport.ports.store.UnreadableRecordException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a stored session up to date: expiry, calls whose outcome was lost, and a consent that was withdrawn by a process that
 * died before it ended the session. A session that needs no change is returned as the same object.
 */
public final class SessionReconciler {

    private static final Logger LOG = LoggerFactory.getLogger(SessionReconciler.class);

    private final ConsentLedger ledger;
    private final ProviderDirectory providers;
    private final KycEnvironment environment;

    public SessionReconciler(ConsentLedger ledger, ProviderDirectory providers, KycEnvironment environment) {
        this.ledger = ledger;
        this.providers = providers;
        this.environment = environment;
    }

    /** As a reader may see it. For a live session the consent is checked before its next call. */
    KycSession reconcile(KycSession session) {
        return session instanceof KycSession.Verified verified && isWithdrawn(session.header())
                ? verified.withdraw()
                : applyTime(session);
    }

    /** A due session. If its consent cannot be read, it expires by time alone: nothing is kept longer for that. */
    public KycSession reconcileDue(KycSession session) {
        return isKnownWithdrawn(session.header()) ? endWithdrawn(session) : applyTime(session);
    }

    /** A due session whose identity cannot be decrypted: erased when it would have been erased anyway. */
    public Optional<KycSession.Ended> reconcileDue(SessionSnapshot unreadable) {
        if (isKnownWithdrawn(unreadable.header())) {
            return Optional.of(unreadable.endUnreadable(EndReason.CONSENT_WITHDRAWN));
        }
        return unreadable
                .keptUntil()
                .filter(until -> !environment.now().isBefore(until))
                .map(expired -> unreadable.endUnreadable(EndReason.EXPIRED));
    }

    private static KycSession endWithdrawn(KycSession session) {
        if (session instanceof KycSession.Live live) {
            return live.end(EndReason.CONSENT_WITHDRAWN);
        }
        return session instanceof KycSession.Verified verified ? verified.withdraw() : session;
    }

    private KycSession applyTime(KycSession session) {
        return SessionReconciliation.reconcile(
                session,
                environment.now(),
                providers.callTimeout(session.header().provider()),
                providers.policies(session));
    }

    private boolean isKnownWithdrawn(SessionHeader session) {
        try {
            return isWithdrawn(session);
        } catch (UnreadableRecordException unreadable) {
            LOG.error(
                    "session {}: consent unreadable, expiring by time only: {}", session.id(), unreadable.getMessage());
            return false;
        }
    }

    private boolean isWithdrawn(SessionHeader session) {
        return ledger.events(session.consent()).stream().anyMatch(ConsentEvent.WasWithdrawn.class::isInstance);
    }
}

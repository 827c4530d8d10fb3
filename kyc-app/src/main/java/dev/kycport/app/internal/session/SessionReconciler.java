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
 * What has become of a session since it was stored: by time, by outcomes that never came, and by a consent that was taken back
 * while the process died before the session could follow. A session to which nothing happened is returned as it is, the same
 * object.
 */
public final class SessionReconciler {

    private static final Logger LOG = LoggerFactory.getLogger(SessionReconciler.class);

    private final ConsentLedger ledger;
    private final ProviderDirectory directory;
    private final KycEnvironment kycEnvironment;

    public SessionReconciler(ConsentLedger ledger, ProviderDirectory directory, KycEnvironment kycEnvironment) {
        this.ledger = ledger;
        this.directory = directory;
        this.kycEnvironment = kycEnvironment;
    }

    /** As somebody who looks may see it. A live session finds out about its consent before its next call anyway. */
    KycSession reconcile(KycSession session) {
        return session instanceof KycSession.Verified verified && isWithdrawn(session.header())
                ? verified.withdraw()
                : applyTime(session);
    }

    /** As it stands when it is due. Where its consent cannot be read, time alone decides: nothing is kept longer for that. */
    public KycSession reconcileDue(KycSession session) {
        return isKnownWithdrawn(session.header()) ? endWithdrawn(session) : applyTime(session);
    }

    /** As it stands when it is due, if its identity cannot be opened: erased, once it would have been erased anyway. */
    public Optional<KycSession.Ended> reconcileDue(SessionSnapshot bereft) {
        if (isKnownWithdrawn(bereft.header())) {
            return Optional.of(bereft.endUnreadable(EndReason.CONSENT_WITHDRAWN));
        }
        return bereft.keptUntil()
                .filter(until -> !kycEnvironment.now().isBefore(until))
                .map(over -> bereft.endUnreadable(EndReason.EXPIRED));
    }

    private static KycSession endWithdrawn(KycSession session) {
        if (session instanceof KycSession.Live live) {
            return live.end(EndReason.CONSENT_WITHDRAWN);
        }
        return session instanceof KycSession.Verified verified ? verified.withdraw() : session;
    }

    private KycSession applyTime(KycSession session) {
        SessionHeader sessionHeader = session.header();
        return SessionReconciliation.reconcile(
                session,
                kycEnvironment.now(),
                directory.callTimeout(sessionHeader.provider()),
                directory.policies(sessionHeader.provider()));
    }

    private boolean isKnownWithdrawn(SessionHeader session) {
        try {
            return isWithdrawn(session);
        } catch (UnreadableRecordException unreadable) {
            LOG.error("session {} is settled by time alone: {}", session.id(), unreadable.getMessage());
            return false;
        }
    }

    private boolean isWithdrawn(SessionHeader session) {
        return ledger.events(session.consent()).stream().anyMatch(ConsentEvent.WasWithdrawn.class::isInstance);
    }
}

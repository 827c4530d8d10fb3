package dev.kycport.app.internal.maintenance;

import dev.kycport.app.internal.consent.ConsentService;
import dev.kycport.app.internal.session.AuditEntries;
import dev.kycport.app.internal.session.SessionReconciler;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.ReconciliationSummary;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.store.AuditEntry;
import dev.kycport.ports.store.SessionStore;
import dev.kycport.ports.store.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles every session that is due, though nobody looks at it. */
public final class ReconcileDueSessions {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileDueSessions.class);

    private final SessionStore sessions;
    private final SessionRepository sessionRepository;
    private final SessionReconciler sessionReconciler;
    private final ConsentService consents;

    public ReconcileDueSessions(
            SessionStore sessions,
            SessionRepository sessionRepository,
            SessionReconciler sessionReconciler,
            ConsentService consents) {
        this.sessions = sessions;
        this.sessionRepository = sessionRepository;
        this.sessionReconciler = sessionReconciler;
        this.consents = consents;
    }

    /** One round. */
    public ReconciliationSummary reconcile() {
        AtomicLong identities = new AtomicLong();
        int stored = sessions.reconcileDue(
                sessionRepository.now(), due -> decide(due).map(reconciled -> toUpdate(reconciled, identities)));
        return new ReconciliationSummary(stored, identities.get());
    }

    // Nothing is told of a bereft session's state before but its name, which is all there is.
    private Optional<Reconciled> decide(SessionSnapshot due) {
        return due.isIdentityUnreadable()
                ? sessionReconciler.reconcileDue(due).map(ended -> new Reconciled(due.state(), ended, ended))
                : restore(due).flatMap(this::decide);
    }

    private Optional<Reconciled> decide(KycSession session) {
        KycSession next = sessionReconciler.reconcileDue(session);
        return next == session ? Optional.empty() : Optional.of(new Reconciled(session.state(), session, next));
    }

    // One that is damaged must not keep all the others from being settled.
    private static Optional<KycSession> restore(SessionSnapshot due) {
        try {
            return Optional.of(due.restore());
        } catch (IllegalArgumentException damaged) {
            LOG.error(
                    "session {} is passed over while settling: {}", due.header().id(), damaged.getMessage());
            return Optional.empty();
        }
    }

    // Told one by one as they are stored: a backlog never stands in memory, identities and all.
    private SessionStore.Reconciled toUpdate(Reconciled reconciled, AtomicLong identities) {
        AuditEntry entry = AuditEntries.reconciled(reconciled.from(), reconciled.after(), sessionRepository.now());
        return new SessionStore.Reconciled(SessionSnapshot.of(reconciled.after()), List.of(entry), () -> {
            identities.addAndGet(reconciled.erasesIdentity() ? 1 : 0);
            sessionRepository.publish(reconciled.before(), reconciled.after(), entry);
            recordConsentExpiry(reconciled.after());
        });
    }

    // Whose time is over has that on record once it was read.
    private void recordConsentExpiry(KycSession session) {
        try {
            consents.load(session.header().consent());
        } catch (IllegalArgumentException | StoreUnavailableException unread) {
            LOG.error("the consent of session {} is passed over while settling: {}", session.id(), unread.getMessage());
        }
    }

    /** What time made of a session. */
    private record Reconciled(SessionState from, KycSession before, KycSession after) {

        boolean erasesIdentity() {
            return from == SessionState.VERIFIED;
        }
    }
}

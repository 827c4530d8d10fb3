package dev.kycport.app.internal.maintenance;

import dev.kycport.app.internal.consent.ConsentService;
import dev.kycport.app.internal.session.AuditEntries;
import dev.kycport.app.internal.session.SessionReconciler;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.KycEnvironment;
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

/** Reconciles every due session, although no step asks for it: expires it, accounts for a lost call, or erases an identity. */
public final class ReconcileDueSessions {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileDueSessions.class);

    private final SessionStore store;
    private final SessionRepository sessions;
    private final SessionReconciler reconciler;
    private final ConsentService consents;
    private final KycEnvironment environment;

    public ReconcileDueSessions(
            SessionStore store,
            SessionRepository sessions,
            SessionReconciler reconciler,
            ConsentService consents,
            KycEnvironment environment) {
        this.store = store;
        this.sessions = sessions;
        this.reconciler = reconciler;
        this.consents = consents;
        this.environment = environment;
    }

    /** One round. */
    public ReconciliationSummary reconcile() {
        AtomicLong identities = new AtomicLong();
        int stored = store.reconcileDue(
                environment.now(), due -> reconcile(due).map(change -> toUpdate(change, identities)));
        return new ReconciliationSummary(stored, identities.get());
    }

    // Without its identity a session cannot be restored: only the name of its state is known.
    private Optional<Change> reconcile(SessionSnapshot due) {
        return due.isIdentityUnreadable()
                ? reconciler.reconcileDue(due).map(ended -> new Change(due.state(), ended, ended))
                : restore(due).flatMap(this::reconcile);
    }

    private Optional<Change> reconcile(KycSession session) {
        KycSession next = reconciler.reconcileDue(session);
        return next == session ? Optional.empty() : Optional.of(new Change(session.state(), session, next));
    }

    // A damaged session must not prevent the reconciliation of the others.
    private static Optional<KycSession> restore(SessionSnapshot due) {
        try {
            return Optional.of(due.restore());
        } catch (IllegalArgumentException damaged) {
            LOG.error("skipping session {}: {}", due.header().id(), damaged.getMessage());
            return Optional.empty();
        }
    }

    // Published one by one after each commit, so that a backlog with its identities never fills the memory.
    private SessionStore.Reconciled toUpdate(Change change, AtomicLong identities) {
        AuditEntry entry = AuditEntries.reconciled(change.from(), change.after(), environment.now());
        return new SessionStore.Reconciled(SessionSnapshot.of(change.after()), List.of(entry), () -> {
            identities.addAndGet(change.erasesIdentity() ? 1 : 0);
            sessions.publish(change.before(), change.after(), entry);
            recordConsentExpiry(change.after());
        });
    }

    // Loading an expired consent records its expiry.
    private void recordConsentExpiry(KycSession session) {
        try {
            consents.load(session.header().consent());
        } catch (IllegalArgumentException | StoreUnavailableException unread) {
            LOG.error("skipping the consent of session {}: {}", session.id(), unread.getMessage());
        }
    }

    /** What the reconciliation makes of a session. */
    private record Change(SessionState from, KycSession before, KycSession after) {

        boolean erasesIdentity() {
            return from == SessionState.VERIFIED;
        }
    }
}

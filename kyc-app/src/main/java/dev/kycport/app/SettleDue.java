package dev.kycport.app;

import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.SessionStore;
import dev.kycport.ports.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles every session that is due, though nobody looks at it. */
final class SettleDue {

    private static final Logger LOG = LoggerFactory.getLogger(SettleDue.class);

    private final SessionStore sessions;
    private final Desk desk;
    private final Reckoning reckoning;
    private final ConsentDesk consents;

    SettleDue(SessionStore sessions, Desk desk, Reckoning reckoning, ConsentDesk consents) {
        this.sessions = sessions;
        this.desk = desk;
        this.reckoning = reckoning;
        this.consents = consents;
    }

    /** One round. */
    Settled settle() {
        AtomicLong identities = new AtomicLong();
        int stored = sessions.settleDue(desk.now(), due -> decided(due).map(step -> stored(step, identities)));
        return new Settled(stored, identities.get());
    }

    // Nothing is told of a bereft session's state before but its name, which is all there is.
    private Optional<Step> decided(SessionSnapshot due) {
        return due.isBereft()
                ? reckoning.due(due).map(ended -> new Step(due.state(), ended, ended))
                : restored(due).flatMap(this::decided);
    }

    private Optional<Step> decided(KycSession session) {
        KycSession next = reckoning.due(session);
        return next == session ? Optional.empty() : Optional.of(new Step(session.state(), session, next));
    }

    // One that is damaged must not keep all the others from being settled.
    private static Optional<KycSession> restored(SessionSnapshot due) {
        try {
            return Optional.of(due.restore());
        } catch (IllegalArgumentException damaged) {
            LOG.error(
                    "session {} is passed over while settling: {}",
                    due.dossier().id(),
                    damaged.getMessage());
            return Optional.empty();
        }
    }

    // Told one by one as they are stored: a backlog never stands in memory, identities and all.
    private SessionStore.Settled stored(Step step, AtomicLong identities) {
        AuditEntry entry = Entries.settled(step.from(), step.after(), desk.now());
        return new SessionStore.Settled(SessionSnapshot.of(step.after()), List.of(entry), () -> {
            identities.addAndGet(step.erases() ? 1 : 0);
            desk.tell(step.before(), step.after(), entry);
            readConsent(step.after());
        });
    }

    // Whose time is over has that on record once it was read.
    private void readConsent(KycSession session) {
        try {
            consents.read(session.dossier().consent());
        } catch (IllegalArgumentException | StoreUnavailableException unread) {
            LOG.error("the consent of session {} is passed over while settling: {}", session.id(), unread.getMessage());
        }
    }

    /** What time made of a session. */
    private record Step(SessionState from, KycSession before, KycSession after) {

        boolean erases() {
            return from == SessionState.VERIFIED;
        }
    }
}

package dev.kycport.app;

import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.SessionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** One round. If it breaks off it tells nobody, like a process that dies. */
    Round settle() {
        List<Step> steps = new ArrayList<>();
        int stored = sessions.settleDue(desk.now(), due -> restored(due).flatMap(session -> settled(session, steps)));
        List<Step> done = steps.stream()
                .filter(step -> stored == steps.size() || isOnRecord(step))
                .toList();
        done.forEach(step -> desk.tell(step.before(), step.after(), step.entry()));
        done.forEach(step -> readConsent(step.after()));
        return new Round(stored, done.stream().filter(Step::erases).count());
    }

    // Whose time is over has that on record once it was read.
    private void readConsent(KycSession session) {
        try {
            consents.read(session.dossier().consent());
        } catch (IllegalArgumentException damaged) {
            LOG.error(
                    "the consent of session {} is passed over while settling: {}", session.id(), damaged.getMessage());
        }
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

    private Optional<SessionStore.Settled> settled(KycSession session, List<Step> steps) {
        KycSession next = reckoning.due(session);
        if (next == session) {
            return Optional.empty();
        }
        AuditEntry entry = Entries.settled(session, next, desk.now());
        steps.add(new Step(session, next, entry));
        return Optional.of(new SessionStore.Settled(SessionSnapshot.of(next), List.of(entry)));
    }

    // Somebody else was quicker in some of them.
    private boolean isOnRecord(Step step) {
        return sessions.find(step.after().id())
                .filter(SessionSnapshot.of(step.after())::equals)
                .isPresent();
    }

    /**
     * What a round did.
     *
     * @param stored how many sessions were settled
     * @param identities how many of them let go of one
     */
    record Round(int stored, long identities) {}

    /** What is to be told once it is stored. */
    private record Step(KycSession before, KycSession after, AuditEntry entry) {

        boolean erases() {
            return before instanceof KycSession.Verified;
        }
    }
}

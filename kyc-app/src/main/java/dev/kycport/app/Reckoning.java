package dev.kycport.app;

import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.session.Dossier;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.domain.session.Settlement;
import dev.kycport.ports.ConsentLedger;
import dev.kycport.ports.UnreadableRecordException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has become of a session since it was stored: by time, by outcomes that never came, and by a consent that was taken back
 * while the process died before the session could follow. A session to which nothing happened is returned as it is, the same
 * object.
 */
final class Reckoning {

    private static final Logger LOG = LoggerFactory.getLogger(Reckoning.class);

    private final ConsentLedger ledger;
    private final ProviderDirectory directory;
    private final Surroundings surroundings;

    Reckoning(ConsentLedger ledger, ProviderDirectory directory, Surroundings surroundings) {
        this.ledger = ledger;
        this.directory = directory;
        this.surroundings = surroundings;
    }

    /** As somebody who looks may see it. A live session finds out about its consent before its next call anyway. */
    KycSession seen(KycSession session) {
        return session instanceof KycSession.Verified verified && isWithdrawn(session.dossier())
                ? verified.withdraw()
                : settled(session);
    }

    /** As it stands when it is due. Where its consent cannot be read, time alone decides: nothing is kept longer for that. */
    KycSession due(KycSession session) {
        return isKnownWithdrawn(session.dossier()) ? withdrawn(session) : settled(session);
    }

    /** As it stands when it is due, if its identity cannot be opened: erased, once it would have been erased anyway. */
    Optional<KycSession.Ended> due(SessionSnapshot bereft) {
        if (isKnownWithdrawn(bereft.dossier())) {
            return Optional.of(bereft.erased(EndReason.CONSENT_WITHDRAWN));
        }
        return bereft.keptUntil()
                .filter(until -> !surroundings.now().isBefore(until))
                .map(over -> bereft.erased(EndReason.EXPIRED));
    }

    private static KycSession withdrawn(KycSession session) {
        if (session instanceof KycSession.Live live) {
            return live.end(EndReason.CONSENT_WITHDRAWN);
        }
        return session instanceof KycSession.Verified verified ? verified.withdraw() : session;
    }

    private KycSession settled(KycSession session) {
        Dossier dossier = session.dossier();
        return Settlement.of(
                session,
                surroundings.now(),
                directory.patience(dossier.provider()),
                directory.policies(dossier.provider()));
    }

    private boolean isKnownWithdrawn(Dossier session) {
        try {
            return isWithdrawn(session);
        } catch (UnreadableRecordException unreadable) {
            LOG.error("session {} is settled by time alone: {}", session.id(), unreadable.getMessage());
            return false;
        }
    }

    private boolean isWithdrawn(Dossier session) {
        return ledger.events(session.consent()).stream().anyMatch(ConsentEvent.WasWithdrawn.class::isInstance);
    }
}

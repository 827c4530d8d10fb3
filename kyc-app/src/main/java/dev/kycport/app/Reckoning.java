package dev.kycport.app;

import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.session.Dossier;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.Settlement;
import dev.kycport.ports.ConsentLedger;

/**
 * What has become of a session since it was stored: by time, by outcomes that never came, and by a consent that was taken back
 * while the process died before the session could follow. A session to which nothing happened is returned as it is, the same
 * object.
 */
final class Reckoning {

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
        return session instanceof KycSession.Verified verified && isWithdrawn(session)
                ? verified.withdraw()
                : settled(session);
    }

    /** As it stands when it is due. */
    KycSession due(KycSession session) {
        return session instanceof KycSession.Live live && isWithdrawn(session)
                ? live.end(EndReason.CONSENT_WITHDRAWN)
                : seen(session);
    }

    private KycSession settled(KycSession session) {
        Dossier dossier = session.dossier();
        return Settlement.of(
                session,
                surroundings.now(),
                directory.patience(dossier.provider()),
                directory.policies(dossier.provider()));
    }

    private boolean isWithdrawn(KycSession session) {
        return ledger.events(session.dossier().consent()).stream()
                .anyMatch(ConsentEvent.WasWithdrawn.class::isInstance);
    }
}

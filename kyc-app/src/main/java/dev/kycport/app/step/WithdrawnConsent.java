package dev.kycport.app.step;

import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.session.KycSession;
import java.util.List;

/**
 * A withdrawn consent, and what the withdrawal did to its sessions.
 *
 * @param sessions the sessions with this consent that are still stored; often one, none after a purge
 */
public record WithdrawnConsent(ConsentId consent, List<Change> sessions) {

    public WithdrawnConsent {
        sessions = List.copyOf(sessions);
    }

    /** A session before and after the withdrawal. */
    public record Change(KycSession before, KycSession after) {}
}

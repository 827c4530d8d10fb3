package dev.kycport.app.step;

import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.session.KycSession;
import java.util.List;

/**
 * A consent that was taken back, and what that did.
 *
 * @param sessions those under it that are still kept; often one, and none once they are purged
 */
public record WithdrawnConsent(ConsentId consent, List<Change> sessions) {

    public WithdrawnConsent {
        sessions = List.copyOf(sessions);
    }

    /** A session as it was, and as it is now. */
    public record Change(KycSession before, KycSession after) {}
}

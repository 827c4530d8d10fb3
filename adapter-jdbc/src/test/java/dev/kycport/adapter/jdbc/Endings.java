package dev.kycport.adapter.jdbc;

import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionSnapshot;

/** How sessions end that nobody went on with. */
final class Endings {

    private Endings() {}

    static SessionSnapshot of(SessionSnapshot live) {
        if (live.restore() instanceof KycSession.Live session) {
            return SessionSnapshot.of(session.end(EndReason.CONSENT_WITHDRAWN));
        }
        throw new AssertionError("only a live session can end");
    }
}

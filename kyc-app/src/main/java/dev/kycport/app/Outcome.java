package dev.kycport.app;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.Report;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import java.util.Optional;

/**
 * What a call to a provider makes of a session.
 *
 * @param next the session after the call
 * @param report what there is to tell
 * @param unmoved whether the session is back where it was, so that the report is the whole answer
 */
record Outcome(KycSession next, Optional<Report> report, Optional<ProviderFailure> unmoved) {

    /** The call simply succeeded. */
    static Outcome of(KycSession next) {
        return new Outcome(next, Optional.empty(), Optional.empty());
    }

    /** The session moved, and there is something to tell. */
    static Outcome of(KycSession next, Report report) {
        return new Outcome(next, Optional.of(report), Optional.empty());
    }

    /** The provider no longer knows its own side of it. */
    static Outcome sessionLost(KycSession.Live intent) {
        return of(intent.end(EndReason.PROVIDER_SESSION_LOST), VerdictCode.SESSION_LOST.report());
    }

    /** The call failed without effect and the session is back where it was. */
    static Outcome undone(KycSession back, ProviderFailure failure) {
        return new Outcome(back, Optional.of(failure), Optional.of(failure));
    }
}

package dev.kycport.app.internal.session;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.StepReport;
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
public record CallOutcome(KycSession next, Optional<StepReport> report, Optional<ProviderFailure> unmoved) {

    /** The call simply succeeded. */
    public static CallOutcome of(KycSession next) {
        return new CallOutcome(next, Optional.empty(), Optional.empty());
    }

    /** The session moved, and there is something to tell. */
    public static CallOutcome of(KycSession next, StepReport stepReport) {
        return new CallOutcome(next, Optional.of(stepReport), Optional.empty());
    }

    /** The provider no longer knows its own side of it. */
    public static CallOutcome sessionLost(KycSession.Live intent) {
        return of(intent.end(EndReason.PROVIDER_SESSION_LOST), VerdictCode.SESSION_LOST.report());
    }

    /** The call failed without effect and the session is back where it was. */
    public static CallOutcome reverted(KycSession back, ProviderFailure failure) {
        return new CallOutcome(back, Optional.of(failure), Optional.of(failure));
    }
}

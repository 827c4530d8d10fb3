package dev.kycport.app.internal.session;

import dev.kycport.app.step.StepResult;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.StepReport;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.identity.IdentityPart;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.store.StepWrites;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.Set;

/**
 * What a call to a provider makes of a session.
 *
 * @param next the session after the call
 * @param report what to report beside it
 * @param unchanged the failure of a call that had no effect: it is the answer, and the session is back where it was
 * @param number what becomes of the reservation of the number that a code was sent to
 * @param leftOut the parts of the identity that the provider sent in an unexpected form; noted in the audit trail only
 */
public record CallOutcome(
        KycSession next,
        Optional<StepReport> report,
        Optional<ProviderFailure> unchanged,
        Optional<StepWrites.NumberWrite> number,
        Set<IdentityPart> leftOut) {

    /** The call succeeded. */
    public static CallOutcome of(KycSession next) {
        return new CallOutcome(next, Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }

    /** The person is verified, without these parts of the identity. */
    public static CallOutcome verified(KycSession.Verified next, Set<IdentityPart> leftOut) {
        return new CallOutcome(next, Optional.empty(), Optional.empty(), Optional.empty(), leftOut);
    }

    /** The session changed, with something to report. */
    public static CallOutcome of(KycSession next, StepReport report) {
        return new CallOutcome(next, Optional.of(report), Optional.empty(), Optional.empty(), Set.of());
    }

    /** The provider no longer knows its own session or reference. */
    public static CallOutcome sessionLost(KycSession.Live intent) {
        return of(intent.end(EndReason.PROVIDER_SESSION_LOST), VerdictCode.SESSION_LOST.report());
    }

    /** The call failed without effect, and the session is back where it was. */
    public static CallOutcome reverted(KycSession back, ProviderFailure failure) {
        return new CallOutcome(back, Optional.of(failure), Optional.of(failure), Optional.empty(), Set.of());
    }

    /** With a change of the number's reservation. */
    public CallOutcome with(StepWrites.NumberWrite change) {
        return new CallOutcome(next, report, unchanged, Optional.of(change), leftOut);
    }

    /** What the step answers once this outcome is stored. */
    public Either<KycFailure, StepResult> result(KycSession stored) {
        return unchanged
                .<Either<KycFailure, StepResult>>map(Either::left)
                .orElseGet(() -> Either.right(new StepResult(stored, report)));
    }
}

package dev.kycport.app.step;

import dev.kycport.domain.failure.StepReport;
import dev.kycport.domain.session.KycSession;
import java.util.Optional;

/**
 * The result of a step.
 *
 * @param session the session in its new state
 * @param report what to report beside it: a verdict such as {@code otp.wrong-code}, or the provider failure that led to this
 *     state; empty if the step succeeded
 */
public record StepResult(KycSession session, Optional<StepReport> report) {

    /** The step succeeded. */
    public static StepResult of(KycSession session) {
        return new StepResult(session, Optional.empty());
    }
}

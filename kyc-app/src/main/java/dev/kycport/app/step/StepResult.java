package dev.kycport.app.step;

import dev.kycport.domain.failure.StepReport;
import dev.kycport.domain.session.KycSession;
import java.util.Optional;

/**
 * Where a step has led.
 *
 * @param session the session in its new state
 * @param report what there is to tell beside it: a verdict such as {@code otp.wrong-code}, or the provider failure that led
 *     to this state; empty if the step simply succeeded
 */
public record StepResult(KycSession session, Optional<StepReport> report) {}

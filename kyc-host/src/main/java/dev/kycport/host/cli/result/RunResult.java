package dev.kycport.host.cli.result;

import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.StepReport;
import dev.kycport.domain.session.KycSession;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.ports.store.AuditEntry;
import java.util.List;
import java.util.Optional;

/**
 * The result of a run.
 *
 * @param session in its last state; empty if none was opened
 * @param report the last failure or verdict
 * @param audit the audit trail of the session
 */
public record RunResult(
        Optional<KycSession> session, Optional<StepReport> report, List<AuditEntry> audit, ExitStatus status) {

    /** Stopped before a session was opened. */
    public static RunResult stopped(StopReason reason) {
        return new RunResult(Optional.empty(), reason.failure().map(failure -> failure), List.of(), reason.status());
    }

    /** The arguments or the configuration were rejected before a session was opened. */
    public static RunResult rejected(KycFailure failure) {
        return new RunResult(Optional.empty(), Optional.of(failure), List.of(), ExitStatus.USAGE);
    }
}

package dev.kycport.host.cli.result;

import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.StepReport;
import dev.kycport.domain.session.KycSession;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.ports.store.AuditEntry;
import java.util.List;
import java.util.Optional;

/**
 * Where a conversation has led.
 *
 * @param session as it was left; empty if none was opened
 * @param report the last thing there was to tell
 * @param audit everything that happened in the session
 */
public record RunResult(
        Optional<KycSession> session, Optional<StepReport> report, List<AuditEntry> audit, ExitStatus status) {

    /** Stopped before there was a session. */
    public static RunResult stopped(StopReason stopReason) {
        return new RunResult(
                Optional.empty(), stopReason.failure().map(failure -> failure), List.of(), stopReason.status());
    }

    /** Refused before there was a session: what was asked for, or the configuration, is not right. */
    public static RunResult rejected(KycFailure failure) {
        return new RunResult(Optional.empty(), Optional.of(failure), List.of(), ExitStatus.USAGE);
    }
}

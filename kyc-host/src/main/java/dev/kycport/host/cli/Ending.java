package dev.kycport.host.cli;

import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.Report;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.AuditEntry;
import java.util.List;
import java.util.Optional;

/**
 * Where a conversation has led.
 *
 * @param session as it was left; empty if none was opened
 * @param report the last thing there was to tell
 * @param audit everything that happened in the session
 */
record Ending(Optional<KycSession> session, Optional<Report> report, List<AuditEntry> audit, ExitStatus status) {

    /** Stopped before there was a session. */
    static Ending before(Stop stop) {
        return new Ending(Optional.empty(), stop.failure().map(failure -> failure), List.of(), stop.status());
    }

    /** Refused before there was a session: what was asked for, or the configuration, is not right. */
    static Ending refused(KycFailure failure) {
        return new Ending(Optional.empty(), Optional.of(failure), List.of(), ExitStatus.USAGE);
    }
}

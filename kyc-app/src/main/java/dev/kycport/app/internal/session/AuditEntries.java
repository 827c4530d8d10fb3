package dev.kycport.app.internal.session;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.StepReport;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.store.AuditEntry;
import java.time.Instant;
import java.util.Optional;

/** The audit entries of the use cases. */
public final class AuditEntries {

    private AuditEntries() {}

    public static AuditEntry step(KycSession from, KycSession to, Instant at) {
        return step(from.state(), to, at);
    }

    static AuditEntry step(SessionState from, KycSession to, Instant at) {
        return withoutCall(AuditEntry.Kind.STEP, from, to, at, Optional.empty());
    }

    public static AuditEntry reconciled(SessionState from, KycSession to, Instant at) {
        return withoutCall(AuditEntry.Kind.RECONCILED, from, to, at, Optional.empty());
    }

    public static AuditEntry failover(KycSession from, KycSession to, Instant at, StepReport because) {
        return withoutCall(AuditEntry.Kind.FAILOVER, from.state(), to, at, Optional.of(because));
    }

    public static AuditEntry refused(KycSession session, Instant at, StepReport because) {
        return withoutCall(AuditEntry.Kind.REFUSED, session.state(), session, at, Optional.of(because));
    }

    public static AuditEntry intent(ProviderCallIntent intent, Instant at) {
        return entry(
                AuditEntry.Kind.INTENT,
                intent.before().state(),
                intent.inFlight(),
                at,
                Optional.of(intent.kind()),
                Optional.empty(),
                intent.number());
    }

    public static AuditEntry outcome(ProviderCallIntent intent, CallOutcome outcome, Instant at) {
        return entry(
                AuditEntry.Kind.OUTCOME,
                intent.inFlight().state(),
                outcome.next(),
                at,
                Optional.of(intent.kind()),
                outcome.report(),
                intent.number());
    }

    private static AuditEntry withoutCall(
            AuditEntry.Kind kind, SessionState from, KycSession to, Instant at, Optional<StepReport> report) {
        return entry(kind, from, to, at, Optional.empty(), report, Optional.empty());
    }

    private static AuditEntry entry(
            AuditEntry.Kind kind,
            SessionState from,
            KycSession to,
            Instant at,
            Optional<ProviderCall> call,
            Optional<StepReport> report,
            Optional<MaskedNumber> number) {
        return new AuditEntry(
                to.id(),
                at,
                kind,
                from,
                to.state(),
                to.header().provider(),
                call,
                report.map(StepReport::code),
                report.flatMap(AuditEntries::trace),
                number);
    }

    private static Optional<VendorTrace> trace(StepReport report) {
        return report instanceof ProviderFailure failure ? Optional.of(failure.trace()) : Optional.empty();
    }
}

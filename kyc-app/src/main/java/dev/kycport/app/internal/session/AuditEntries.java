package dev.kycport.app.internal.session;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.StepReport;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.identity.IdentityPart;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.store.AuditEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The audit entries of the use cases. */
public final class AuditEntries {

    private static final String LEFT_OUT = "identity.left-out:";

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
                outcome.report().map(StepReport::code).or(() -> leftOut(outcome.leftOut())),
                outcome.report().flatMap(AuditEntries::trace),
                intent.number());
    }

    private static Optional<String> leftOut(Set<IdentityPart> parts) {
        return parts.isEmpty() ? Optional.empty() : Optional.of(LEFT_OUT + IdentityPart.codes(parts));
    }

    private static AuditEntry withoutCall(
            AuditEntry.Kind kind, SessionState from, KycSession to, Instant at, Optional<StepReport> report) {
        return entry(
                kind,
                from,
                to,
                at,
                Optional.empty(),
                report.map(StepReport::code),
                report.flatMap(AuditEntries::trace),
                Optional.empty());
    }

    private static AuditEntry entry(
            AuditEntry.Kind kind,
            SessionState from,
            KycSession to,
            Instant at,
            Optional<ProviderCall> call,
            Optional<String> code,
            Optional<VendorTrace> trace,
            Optional<MaskedNumber> number) {
        return new AuditEntry(to.id(), at, kind, from, to.state(), to.header().provider(), call, code, trace, number);
    }

    private static Optional<VendorTrace> trace(StepReport report) {
        return report instanceof ProviderFailure failure ? Optional.of(failure.trace()) : Optional.empty();
    }
}

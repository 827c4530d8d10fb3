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

/** The audit entries of everything a use case does. */
public final class AuditEntries {

    private AuditEntries() {}

    public static AuditEntry step(KycSession from, KycSession to, Instant at) {
        return entry(AuditEntry.Kind.STEP, from, to, at, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static AuditEntry step(SessionState from, KycSession to, Instant at) {
        return entry(AuditEntry.Kind.STEP, from, to, at, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static AuditEntry reconciled(SessionState from, KycSession to, Instant at) {
        return entry(AuditEntry.Kind.RECONCILED, from, to, at, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static AuditEntry failover(KycSession from, KycSession to, Instant at, StepReport because) {
        return entry(AuditEntry.Kind.FAILOVER, from, to, at, Optional.empty(), Optional.of(because), Optional.empty());
    }

    public static AuditEntry refused(KycSession session, Instant at, StepReport because) {
        return entry(
                AuditEntry.Kind.REFUSED,
                session,
                session,
                at,
                Optional.empty(),
                Optional.of(because),
                Optional.empty());
    }

    public static AuditEntry intent(ProviderCallIntent providerCallIntent, Instant at) {
        return entry(
                AuditEntry.Kind.INTENT,
                providerCallIntent.before(),
                providerCallIntent.intent(),
                at,
                Optional.of(providerCallIntent.kind()),
                Optional.empty(),
                providerCallIntent.number());
    }

    public static AuditEntry outcome(ProviderCallIntent providerCallIntent, CallOutcome callOutcome, Instant at) {
        return entry(
                AuditEntry.Kind.OUTCOME,
                providerCallIntent.intent(),
                callOutcome.next(),
                at,
                Optional.of(providerCallIntent.kind()),
                callOutcome.report(),
                providerCallIntent.number());
    }

    private static AuditEntry entry(
            AuditEntry.Kind kind,
            KycSession from,
            KycSession to,
            Instant at,
            Optional<ProviderCall> call,
            Optional<StepReport> report,
            Optional<MaskedNumber> number) {
        return entry(kind, from.state(), to, at, call, report, number);
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

    private static Optional<VendorTrace> trace(StepReport stepReport) {
        return stepReport instanceof ProviderFailure failure ? Optional.of(failure.trace()) : Optional.empty();
    }
}

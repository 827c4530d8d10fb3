package dev.kycport.app;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.Report;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.AuditEntry;
import java.time.Instant;
import java.util.Optional;

/** The audit entries of everything a use case does. */
final class Entries {

    private Entries() {}

    static AuditEntry step(KycSession from, KycSession to, Instant at) {
        return entry(AuditEntry.Kind.STEP, from, to, at, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static AuditEntry step(SessionState from, KycSession to, Instant at) {
        return entry(AuditEntry.Kind.STEP, from, to, at, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static AuditEntry settled(SessionState from, KycSession to, Instant at) {
        return entry(AuditEntry.Kind.SETTLED, from, to, at, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static AuditEntry hop(KycSession from, KycSession to, Instant at, Report because) {
        return entry(AuditEntry.Kind.HOP, from, to, at, Optional.empty(), Optional.of(because), Optional.empty());
    }

    static AuditEntry refused(KycSession session, Instant at, Report because) {
        return entry(
                AuditEntry.Kind.REFUSED,
                session,
                session,
                at,
                Optional.empty(),
                Optional.of(because),
                Optional.empty());
    }

    static AuditEntry intent(Call call, Instant at) {
        return entry(
                AuditEntry.Kind.INTENT,
                call.before(),
                call.intent(),
                at,
                Optional.of(call.kind()),
                Optional.empty(),
                call.number());
    }

    static AuditEntry outcome(Call call, Outcome outcome, Instant at) {
        return entry(
                AuditEntry.Kind.OUTCOME,
                call.intent(),
                outcome.next(),
                at,
                Optional.of(call.kind()),
                outcome.report(),
                call.number());
    }

    private static AuditEntry entry(
            AuditEntry.Kind kind,
            KycSession from,
            KycSession to,
            Instant at,
            Optional<ProviderCall> call,
            Optional<Report> report,
            Optional<MaskedNumber> number) {
        return entry(kind, from.state(), to, at, call, report, number);
    }

    private static AuditEntry entry(
            AuditEntry.Kind kind,
            SessionState from,
            KycSession to,
            Instant at,
            Optional<ProviderCall> call,
            Optional<Report> report,
            Optional<MaskedNumber> number) {
        return new AuditEntry(
                to.id(),
                at,
                kind,
                from,
                to.state(),
                to.dossier().provider(),
                call,
                report.map(Report::code),
                report.flatMap(Entries::trace),
                number);
    }

    private static Optional<VendorTrace> trace(Report report) {
        return report instanceof ProviderFailure failure ? Optional.of(failure.trace()) : Optional.empty();
    }
}

package dev.kycport.endurance;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.session.EndReason;
import dev.kycport.endurance.invariant.SessionEvidence;
import dev.kycport.endurance.user.StepJournal;
import dev.kycport.endurance.vendor.RecordedCall;
import dev.kycport.ports.store.AuditEntry;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what happened in a run. */
final class RunSummary {

    private static final String LINE = "  %-55s %7d%n";

    private final Map<String, Long> lines = new TreeMap<>();

    private RunSummary() {}

    private static RunSummary of(List<SessionEvidence> evidence) {
        RunSummary summary = new RunSummary();
        summary.count("sessions", evidence, RunSummary::finalState);
        summary.count("calls seen", evidence.stream().flatMap(session -> session.calls().stream()), RunSummary::call);
        summary.count(
                "reconciled after a lost call or an expiry",
                entries(evidence, AuditEntry.Kind.RECONCILED),
                entry -> "entries");
        summary.count(
                "in doubt at some time",
                evidence.stream()
                        .filter(session -> session.history().outcomes().stream()
                                .anyMatch(outcome -> outcome.detail().contains("IN_DOUBT"))),
                session -> session.history().subject().flow().code());
        return summary;
    }

    /** Prints final states, vendor calls, refusals and violations. */
    static void print(
            PrintStream out, List<SessionEvidence> evidence, StepJournal journal, Collection<String> violations) {
        of(evidence).lines.forEach((what, count) -> out.printf(LINE, what, count));
        journal.refusals().forEach((code, count) -> out.printf(LINE, "refused: " + code, count.get()));
        out.printf("%d violations%n", violations.size());
        violations.forEach(violation -> out.println("  " + violation));
    }

    private static Stream<AuditEntry> entries(List<SessionEvidence> evidence, AuditEntry.Kind kind) {
        return evidence.stream().flatMap(session -> session.trail().stream()).filter(entry -> entry.kind() == kind);
    }

    private <T> void count(String what, List<T> things, Function<T, String> kind) {
        count(what, things.stream(), kind);
    }

    private <T> void count(String what, Stream<T> things, Function<T, String> kind) {
        things.collect(Collectors.groupingBy(kind, TreeMap::new, Collectors.counting()))
                .forEach((name, count) -> lines.put(what + ": " + name, count));
    }

    private static String call(RecordedCall call) {
        boolean accepted = call.effective() || call.call() == ProviderCall.CONNECT;
        return call.call().code() + (accepted ? "" : ", refused by the vendor");
    }

    private static String finalState(SessionEvidence session) {
        String state = session.stored()
                .map(stored -> stored.state().code()
                        + stored.endReason()
                                .map(EndReason::code)
                                .map(" "::concat)
                                .orElse(""))
                .orElse("not stored");
        return session.history().subject().flow().code() + " " + state;
    }
}

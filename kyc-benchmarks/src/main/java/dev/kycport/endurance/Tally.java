package dev.kycport.endurance;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.session.EndReason;
import dev.kycport.ports.AuditEntry;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run has been through, for people to read. */
final class Tally {

    private static final String LINE = "  %-55s %7d%n";

    private final Map<String, Long> lines = new TreeMap<>();

    private Tally() {}

    private static Tally of(List<Evidence> everyone) {
        Tally tally = new Tally();
        tally.count("sessions", everyone, Tally::ending);
        tally.count("calls seen", everyone.stream().flatMap(one -> one.calls().stream()), Tally::call);
        tally.count("settled after a loss or by time", entries(everyone, AuditEntry.Kind.SETTLED), entry -> "entries");
        tally.count(
                "in doubt at some time",
                everyone.stream()
                        .filter(one -> one.story().landings().stream()
                                .anyMatch(landing -> landing.detail().contains("IN_DOUBT"))),
                one -> one.story().subject().flow().code());
        return tally;
    }

    /** Prints what everyone has been through, what they were refused with, and what does not hold. */
    static void print(PrintStream out, List<Evidence> everyone, Journal journal, Collection<String> violations) {
        of(everyone).lines.forEach((what, count) -> out.printf(LINE, what, count));
        journal.refusals().forEach((code, count) -> out.printf(LINE, "refused: " + code, count.get()));
        out.printf("%d violations%n", violations.size());
        violations.forEach(violation -> out.println("  " + violation));
    }

    private static Stream<AuditEntry> entries(List<Evidence> everyone, AuditEntry.Kind kind) {
        return everyone.stream().flatMap(one -> one.trail().stream()).filter(entry -> entry.kind() == kind);
    }

    private <T> void count(String what, List<T> things, Function<T, String> kind) {
        count(what, things.stream(), kind);
    }

    private <T> void count(String what, Stream<T> things, Function<T, String> kind) {
        things.collect(Collectors.groupingBy(kind, TreeMap::new, Collectors.counting()))
                .forEach((name, count) -> lines.put(what + ": " + name, count));
    }

    private static String call(Sighting seen) {
        boolean plain = seen.effective() || seen.call() == ProviderCall.CONNECT;
        return seen.call().code() + (plain ? "" : ", refused by the vendor");
    }

    private static String ending(Evidence one) {
        String state = one.stored()
                .map(stored -> stored.state().code()
                        + stored.endReason()
                                .map(EndReason::code)
                                .map(" "::concat)
                                .orElse(""))
                .orElse("nobody was told of");
        return one.story().subject().flow().code() + " " + state;
    }
}

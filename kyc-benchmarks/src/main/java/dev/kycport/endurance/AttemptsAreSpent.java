package dev.kycport.endurance;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.otp.OtpSnapshot;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.AuditEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** No attempt is given back: the vendor never judged more guesses at a code than the session has spent, or may spend. */
final class AttemptsAreSpent implements Check {

    private static final Set<String> UNSENT = Set.of(
            "source.down", "provider.unreachable", "provider.throttled", "provider.credentials", "provider.quota");

    @Override
    public Stream<String> violations(Evidence evidence) {
        int allowed = evidence.policies().otp().attempts();
        Map<String, Long> judged = evidence.calls().stream()
                .filter(Sighting::judgedCode)
                .collect(Collectors.groupingBy(Sighting::reference, Collectors.counting()));
        Stream<String> tooMany = judged.values().stream()
                .flatMap(count -> Check.that(count <= allowed, count + " guesses at one code seen"));
        Stream<String> unpaid =
                evidence.stored().flatMap(SessionSnapshot::otp).stream().flatMap(otp -> unpaid(otp, allowed, judged));
        return Stream.of(tooMany, unpaid, refunds(evidence)).flatMap(found -> found);
    }

    private static Stream<String> unpaid(OtpSnapshot otp, int allowed, Map<String, Long> judged) {
        boolean underWay = otp.kind() == OtpSnapshot.Kind.JUDGING;
        OtpSnapshot code = underWay ? otp.before().orElse(otp) : otp;
        int spent = allowed - code.attemptsLeft() + (underWay ? 1 : 0);
        long seen = code.reference()
                .map(reference -> judged.getOrDefault(reference.value(), 0L))
                .orElse(0L);
        return Check.that(seen <= spent, seen + " guesses seen at a code with " + spent + " attempts spent");
    }

    // Between two looks at one code every submission has cost an attempt, unless it is proven that nothing was sent.
    private static Stream<String> refunds(Evidence evidence) {
        Map<String, List<Landing>> told = evidence.story().landings().stream()
                .filter(landing -> !landing.code().equals(Landing.NONE))
                .sorted(Comparator.comparingLong(Landing::revision))
                .collect(Collectors.groupingBy(Landing::code));
        return told.values().stream()
                .flatMap(looks -> IntStream.range(1, looks.size())
                        .mapToObj(i -> refund(evidence.moves(), looks.get(i - 1), looks.get(i)))
                        .flatMap(found -> found));
    }

    private static Stream<String> refund(List<AuditEntry> moves, Landing before, Landing after) {
        long cost = moves.stream()
                .skip(before.revision() + 1)
                .limit(after.revision() - before.revision())
                .mapToInt(AttemptsAreSpent::cost)
                .sum();
        return Check.that(
                after.attempts() == before.attempts() - cost,
                "had " + before.attempts() + " attempts at revision " + before.revision() + ", made " + cost
                        + " guesses and had " + after.attempts() + " at revision " + after.revision());
    }

    private static int cost(AuditEntry move) {
        if (move.call().filter(call -> call == ProviderCall.VERIFY_CODE).isEmpty()) {
            return 0;
        }
        if (move.kind() == AuditEntry.Kind.INTENT) {
            return 1;
        }
        return move.code().filter(UNSENT::contains).isPresent() ? -1 : 0;
    }
}

package dev.kycport.endurance.invariant;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.otp.OtpSnapshot;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.endurance.system.SystemUnderTest;
import dev.kycport.endurance.user.StepOutcome;
import dev.kycport.endurance.vendor.RecordedCall;
import dev.kycport.ports.store.AuditEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The vendor never judged more guesses at a code than the session has spent or may spend. */
final class AttemptsAreSpent implements Invariant {

    private static final Set<String> NOT_SENT_CODES = Set.of(
            "source.down", "provider.unreachable", "provider.throttled", "provider.credentials", "provider.quota");

    @Override
    public Stream<String> violations(SessionEvidence evidence) {
        int allowed = SystemUnderTest.POLICIES.otp().attempts();
        Map<String, Long> guesses = evidence.calls().stream()
                .filter(RecordedCall::judgedCode)
                .collect(Collectors.groupingBy(RecordedCall::reference, Collectors.counting()));
        Stream<String> tooMany = guesses.values().stream()
                .flatMap(count -> Invariant.check(count <= allowed, count + " guesses at one code"));
        Stream<String> unspent =
                evidence.stored().flatMap(SessionSnapshot::otp).stream().flatMap(otp -> unspent(otp, allowed, guesses));
        return Stream.of(tooMany, unspent, regainedAttempts(evidence)).flatMap(violations -> violations);
    }

    private static Stream<String> unspent(OtpSnapshot otp, int allowed, Map<String, Long> guesses) {
        boolean verifying = otp.kind() == OtpSnapshot.Kind.JUDGING;
        OtpSnapshot code = verifying ? otp.previous().orElse(otp) : otp;
        int spent = allowed - code.attemptsLeft() + (verifying ? 1 : 0);
        long seenGuesses = code.reference()
                .map(reference -> guesses.getOrDefault(reference.value(), 0L))
                .orElse(0L);
        return Invariant.check(
                seenGuesses <= spent, seenGuesses + " guesses at a code with " + spent + " attempts spent");
    }

    // Between two outcomes with one code each submission costs an attempt, unless nothing was sent.
    private static Stream<String> regainedAttempts(SessionEvidence evidence) {
        Map<String, List<StepOutcome>> outcomesByCode = evidence.history().outcomes().stream()
                .filter(outcome -> !outcome.code().equals(StepOutcome.NONE))
                .sorted(Comparator.comparingLong(StepOutcome::revision))
                .collect(Collectors.groupingBy(StepOutcome::code));
        return outcomesByCode.values().stream()
                .flatMap(outcomes -> IntStream.range(1, outcomes.size())
                        .mapToObj(i -> regainedAttempt(evidence.transitions(), outcomes.get(i - 1), outcomes.get(i)))
                        .flatMap(violations -> violations));
    }

    private static Stream<String> regainedAttempt(List<AuditEntry> transitions, StepOutcome before, StepOutcome after) {
        long cost = transitions.stream()
                .skip(before.revision() + 1)
                .limit(after.revision() - before.revision())
                .mapToInt(AttemptsAreSpent::cost)
                .sum();
        return Invariant.check(
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
        return move.code().filter(NOT_SENT_CODES::contains).isPresent() ? -1 : 0;
    }
}

package dev.kycport.endurance.invariant;

import dev.kycport.endurance.vendor.RecordedCall;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two sessions with one number have no codes sent within one resend interval. A code reaches the vendor after its session
 * requested it, so two codes may arrive slightly closer together.
 */
record ResendIntervalRespected(Duration resendInterval) {

    private static final Duration DELIVERY_TOLERANCE = Duration.ofSeconds(3);

    Stream<String> violations(List<RecordedCall> calls) {
        Map<String, List<RecordedCall>> codes = calls.stream()
                .filter(RecordedCall::sentCode)
                .sorted(Comparator.comparing(RecordedCall::at))
                .collect(Collectors.groupingBy(RecordedCall::number));
        return codes.values().stream().flatMap(this::tooClose);
    }

    private Stream<String> tooClose(List<RecordedCall> codes) {
        return IntStream.range(1, codes.size())
                .filter(i -> !codes.get(i).subject().equals(codes.get(i - 1).subject()))
                .filter(i ->
                        interval(codes.get(i - 1), codes.get(i)).compareTo(resendInterval.minus(DELIVERY_TOLERANCE))
                                < 0)
                .mapToObj(
                        i -> codes.get(i - 1).subject() + " and " + codes.get(i).subject()
                                + " have the same number and codes sent "
                                + interval(codes.get(i - 1), codes.get(i)).toSeconds() + " s apart");
    }

    private static Duration interval(RecordedCall first, RecordedCall second) {
        return Duration.between(first.at(), second.at());
    }
}

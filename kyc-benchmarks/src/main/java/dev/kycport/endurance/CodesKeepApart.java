package dev.kycport.endurance;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two sessions of one person do not have codes sent within one resend window. A code arrives later than its session asked for
 * it, so the vendor may see two a little closer together.
 */
record CodesKeepApart(Duration gap) {

    private static final Duration ON_THE_WAY = Duration.ofSeconds(3);

    Stream<String> violations(List<Sighting> calls) {
        Map<String, List<Sighting>> codes = calls.stream()
                .filter(Sighting::sentCode)
                .sorted(Comparator.comparing(Sighting::at))
                .collect(Collectors.groupingBy(Sighting::number));
        return codes.values().stream().flatMap(this::tooClose);
    }

    private Stream<String> tooClose(List<Sighting> codes) {
        return IntStream.range(1, codes.size())
                .filter(i -> !codes.get(i).subject().equals(codes.get(i - 1).subject()))
                .filter(i -> apart(codes.get(i - 1), codes.get(i)).compareTo(gap.minus(ON_THE_WAY)) < 0)
                .mapToObj(
                        i -> codes.get(i - 1).subject() + " and " + codes.get(i).subject()
                                + " are one person and had codes sent "
                                + apart(codes.get(i - 1), codes.get(i)).toSeconds() + " s apart");
    }

    private static Duration apart(Sighting first, Sighting second) {
        return Duration.between(first.at(), second.at());
    }
}

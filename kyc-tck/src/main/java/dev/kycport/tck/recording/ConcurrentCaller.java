package dev.kycport.tck.recording;

import dev.kycport.domain.ProviderReference;
import dev.kycport.tck.secrecy.Canary;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of several who ask at once, each with secrets and a reference of their own.
 *
 * @param receivesGarbage whether a recorded provider answers with garbage, so that an answer that reaches another caller is noticed
 */
public record ConcurrentCaller(Canary canary, ProviderReference reference, boolean receivesGarbage) {

    // UIDAI's public test numbers: no other valid number is sure to be nobody's.
    private static final List<String> NUMBERS =
            List.of("999941057058", "999971658847", "999933119405", "999955183433", "999990501894");

    /** As many as there are numbers; every other one hears garbage. */
    public static List<ConcurrentCaller> all(Canary canary) {
        return IntStream.range(0, NUMBERS.size()).mapToObj(at -> of(canary, at)).toList();
    }

    private static ConcurrentCaller of(Canary canary, int at) {
        Canary own = canary.withNumberAndCode(NUMBERS.get(at), "71930" + at)
                .withAnswers("Qz7Wk4T" + at, "grant+canary/" + at);
        return new ConcurrentCaller(own, new ProviderReference("9000001" + at), at % 2 == 1);
    }
}

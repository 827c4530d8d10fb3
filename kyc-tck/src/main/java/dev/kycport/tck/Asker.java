package dev.kycport.tck;

import dev.kycport.domain.ProviderReference;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of several who ask at once, each with secrets and a reference of their own.
 *
 * @param hearsGarbage whether a recorded provider answers with garbage, so that an answer that strays can be told
 */
record Asker(Canary canary, ProviderReference reference, boolean hearsGarbage) {

    // UIDAI's public test numbers: no other valid number is sure to be nobody's.
    private static final List<String> NUMBERS =
            List.of("999941057058", "999971658847", "999933119405", "999955183433", "999990501894");

    /** As many as there are numbers; every other one hears garbage. */
    static List<Asker> all(Canary usual) {
        return IntStream.range(0, NUMBERS.size()).mapToObj(at -> of(usual, at)).toList();
    }

    private static Asker of(Canary usual, int at) {
        Canary own = usual.with(NUMBERS.get(at), "71930" + at).answering("Qz7Wk4T" + at, "grant+canary/" + at);
        return new Asker(own, new ProviderReference("9000001" + at), at % 2 == 1);
    }
}

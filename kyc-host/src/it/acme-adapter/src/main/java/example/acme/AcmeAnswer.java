package example.acme;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.VendorTrace;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What Acme answers: lines of {@code name: text}, the first of them {@code answer}. */
record AcmeAnswer(int status, Map<String, String> texts) {

    private static final Set<String> WORDS = Set.of(
            "too-fast", "bad-token", "no-credit", "bad-request", "uidai-down", "uidai-slow");

    String word() {
        return text("answer");
    }

    String text(String name) {
        return texts.getOrDefault(name, "");
    }

    /** What its word means where it is no verdict. Only a word that proves that nothing was sent may lead to another provider. */
    ProviderFailure failure() {
        return switch (word()) {
            case "too-fast" -> ProviderFailure.throttled(trace(), Optional.empty());
            case "bad-token" -> ProviderFailure.credentials(trace());
            case "no-credit" -> ProviderFailure.quota(trace());
            case "bad-request" -> ProviderFailure.refused(trace());
            case "uidai-down" -> ProviderFailure.sourceDown(trace());
            case "uidai-slow" -> ProviderFailure.sourceTimedOut(trace());
            default -> odd(texts.isEmpty() ? UnintelligibleReason.MALFORMED : UnintelligibleReason.UNKNOWN_CODE);
        };
    }

    ProviderFailure odd(UnintelligibleReason reason) {
        return ProviderFailure.unintelligible(trace(), reason);
    }

    // An unknown word may be anything, the code among it: only known ones are quoted.
    private VendorTrace trace() {
        return trace(OptionalInt.of(status), Optional.of(word()).filter(WORDS::contains));
    }

    static VendorTrace trace(OptionalInt status, Optional<String> word) {
        return new VendorTrace(Acme.ID, Optional.empty(), word, status);
    }
}

package example.acme;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.VendorTrace;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A reply of Acme: lines of {@code name: text}, the first of them {@code answer}. */
record AcmeReply(int status, Map<String, String> fields) {

    private static final Set<String> ERROR_CODES = Set.of(
            "too-fast", "bad-token", "no-credit", "bad-request", "uidai-down", "uidai-slow");

    String code() {
        return text("answer");
    }

    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    /** The failure for a code that is no verdict. Only a code that proves that nothing was sent may cause failover. */
    ProviderFailure failure() {
        return switch (code()) {
            case "too-fast" -> ProviderFailure.throttled(trace(), Optional.empty());
            case "bad-token" -> ProviderFailure.credentials(trace());
            case "no-credit" -> ProviderFailure.quota(trace());
            case "bad-request" -> ProviderFailure.refused(trace());
            case "uidai-down" -> ProviderFailure.sourceDown(trace());
            case "uidai-slow" -> ProviderFailure.sourceTimedOut(trace());
            default ->
                unintelligible(
                        fields.isEmpty() ? UnintelligibleReason.MALFORMED : UnintelligibleReason.UNKNOWN_CODE);
        };
    }

    ProviderFailure unintelligible(UnintelligibleReason reason) {
        return ProviderFailure.unintelligible(trace(), reason);
    }

    // An unknown code may contain personal data, so the trace quotes only known codes.
    private VendorTrace trace() {
        return trace(OptionalInt.of(status), Optional.of(code()).filter(ERROR_CODES::contains));
    }

    static VendorTrace trace(OptionalInt status, Optional<String> code) {
        return new VendorTrace(AcmeProviderFactory.ID, Optional.empty(), code, status);
    }
}

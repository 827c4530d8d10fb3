package dev.kycport.app;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.VendorTrace;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Every failure that a provider can have. */
final class ProviderFailures {

    private ProviderFailures() {}

    static Stream<ProviderFailure> all() {
        VendorTrace trace = VendorTrace.of(new ProviderId("fake"));
        return Stream.concat(
                Stream.of(
                        ProviderFailure.unreachable(trace),
                        ProviderFailure.timedOut(trace),
                        ProviderFailure.throttled(trace, Optional.empty()),
                        ProviderFailure.credentials(trace),
                        ProviderFailure.quota(trace),
                        ProviderFailure.refused(trace),
                        ProviderFailure.sourceDown(trace),
                        ProviderFailure.sourceTimedOut(trace)),
                Arrays.stream(UnintelligibleReason.values())
                        .map(unintelligibleReason -> ProviderFailure.unintelligible(trace, unintelligibleReason)));
    }

    static ProviderFailure withCode(String code) {
        return all().filter(failure -> failure.code().equals(code)).findFirst().orElseThrow();
    }
}

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
                        new ProviderFailure.Unreachable(trace),
                        new ProviderFailure.TimedOut(trace),
                        new ProviderFailure.Throttled(trace, Optional.empty()),
                        new ProviderFailure.Credentials(trace),
                        new ProviderFailure.Quota(trace),
                        new ProviderFailure.Refused(trace),
                        new ProviderFailure.SourceDown(trace),
                        new ProviderFailure.SourceTimedOut(trace)),
                Arrays.stream(UnintelligibleReason.values())
                        .map(unintelligibleReason -> new ProviderFailure.Unintelligible(trace, unintelligibleReason)));
    }

    static ProviderFailure withCode(String code) {
        return all().filter(failure -> failure.code().equals(code)).findFirst().orElseThrow();
    }
}

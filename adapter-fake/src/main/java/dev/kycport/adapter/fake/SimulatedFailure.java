package dev.kycport.adapter.fake;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.VendorTrace;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Every failure a provider can have, so that the fake can be told to have it; known by the failure's own code. */
enum SimulatedFailure {
    UNREACHABLE(ProviderFailure.Unreachable::new),
    TIMED_OUT(ProviderFailure.TimedOut::new),
    THROTTLED(trace -> new ProviderFailure.Throttled(trace, Optional.empty())),
    CREDENTIALS(ProviderFailure.Credentials::new),
    QUOTA(ProviderFailure.Quota::new),
    REFUSED(ProviderFailure.Refused::new),
    UNINTELLIGIBLE(trace -> new ProviderFailure.Unintelligible(trace, UnintelligibleReason.MALFORMED)),
    SOURCE_DOWN(ProviderFailure.SourceDown::new),
    SOURCE_TIMED_OUT(ProviderFailure.SourceTimedOut::new);

    private final ProviderFailure failure;

    SimulatedFailure(Function<VendorTrace, ProviderFailure> failure) {
        this.failure = failure.apply(VendorTrace.of(FakeProviderFactory.ID));
    }

    ProviderFailure failure() {
        return failure;
    }

    static Optional<SimulatedFailure> byCode(String code) {
        return Arrays.stream(values())
                .filter(simulatedFailure -> simulatedFailure.failure.code().equals(code))
                .findFirst();
    }
}

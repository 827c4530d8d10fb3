package dev.kycport.adapter.fake;

import dev.kycport.domain.failure.Oddity;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Every failure a provider can have, so that the fake can be told to have it; known by the failure's own code. */
enum Breakdown {
    UNREACHABLE(ProviderFailure.Unreachable::new),
    TIMED_OUT(ProviderFailure.TimedOut::new),
    THROTTLED(trace -> new ProviderFailure.Throttled(trace, Optional.empty())),
    CREDENTIALS(ProviderFailure.Credentials::new),
    QUOTA(ProviderFailure.Quota::new),
    REFUSED(ProviderFailure.Refused::new),
    UNINTELLIGIBLE(trace -> new ProviderFailure.Unintelligible(trace, Oddity.MALFORMED)),
    SOURCE_DOWN(ProviderFailure.SourceDown::new),
    SOURCE_TIMED_OUT(ProviderFailure.SourceTimedOut::new);

    private final ProviderFailure failure;

    Breakdown(Function<VendorTrace, ProviderFailure> failure) {
        this.failure = failure.apply(VendorTrace.of(Fake.ID));
    }

    ProviderFailure failure() {
        return failure;
    }

    static Optional<Breakdown> coded(String code) {
        return Arrays.stream(values())
                .filter(breakdown -> breakdown.failure.code().equals(code))
                .findFirst();
    }
}

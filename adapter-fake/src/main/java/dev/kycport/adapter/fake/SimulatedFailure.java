package dev.kycport.adapter.fake;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.VendorTrace;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Every failure that can be configured for a call, known by the failure's own code. */
enum SimulatedFailure {
    UNREACHABLE(ProviderFailure::unreachable),
    TIMED_OUT(ProviderFailure::timedOut),
    THROTTLED(trace -> ProviderFailure.throttled(trace, Optional.empty())),
    CREDENTIALS(ProviderFailure::credentials),
    BLOCKED(ProviderFailure::blocked),
    QUOTA(ProviderFailure::quota),
    REFUSED(ProviderFailure::refused),
    UNINTELLIGIBLE(trace -> ProviderFailure.unintelligible(trace, UnintelligibleReason.MALFORMED)),
    SOURCE_DOWN(ProviderFailure::sourceDown),
    SOURCE_TIMED_OUT(ProviderFailure::sourceTimedOut);

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

package dev.kycport.adapter.feign;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.VendorTrace;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A reply with an HTTP status other than 2xx.
 *
 * @param retryAfter the delay of the {@code Retry-After} header, if there is one
 * @param responseStatus what the body says; empty values where it says nothing
 * @param <S> the vendor's record of a reply's status fields
 */
public record ErrorResponse<S extends ResponseStatus>(int status, Optional<Duration> retryAfter, S responseStatus) {

    /** The status of an error in a 2xx reply whose body names no HTTP status. */
    static final int NO_STATUS = 0;

    private static final Set<Integer> ACCESS_REFUSED = Set.of(401, 403, 429);

    /** The error in a 2xx reply. Its HTTP status is the one that the body names, if any. */
    static <S extends ResponseStatus> ErrorResponse<S> underSuccess(S status) {
        return new ErrorResponse<>(status.claimedHttpStatus().orElse(NO_STATUS), Optional.empty(), status);
    }

    /** Whether access was refused (401, 403, 429). Such a reply says nothing about the person. */
    public boolean isAccessRefused() {
        return ACCESS_REFUSED.contains(status);
    }

    /**
     * The failure that the HTTP status implies. Only the vendor's own word proves that nothing was sent; an error page of
     * a proxy, load balancer or firewall leaves open whether the request behind it was carried out.
     */
    public ProviderFailure failureByStatus(VendorTrace trace) {
        return withDelay(responseStatus.isFromVendor() ? vendorFailure(trace) : intermediaryFailure(trace));
    }

    private ProviderFailure vendorFailure(VendorTrace trace) {
        return switch (status) {
            case 401, 403 -> ProviderFailure.credentials(trace);
            case 429 -> ProviderFailure.throttled(trace, retryAfter);
            case 503 -> ProviderFailure.sourceDown(trace);
            default -> ambiguousFailure(trace);
        };
    }

    private ProviderFailure intermediaryFailure(VendorTrace trace) {
        return switch (status) {
            case 401 -> ProviderFailure.credentials(trace).withoutProof();
            case 403 -> ProviderFailure.blocked(trace);
            case 429 -> ProviderFailure.throttled(trace, retryAfter).withoutProof();
            default -> ambiguousFailure(trace);
        };
    }

    private ProviderFailure ambiguousFailure(VendorTrace trace) {
        return switch (status) {
            case 408 -> ProviderFailure.timedOut(trace);
            case 504 -> ProviderFailure.sourceTimedOut(trace);
            default ->
                status / 100 == 4
                        ? ProviderFailure.refused(trace)
                        : ProviderFailure.unintelligible(trace, UnintelligibleReason.UNEXPECTED_STATUS);
        };
    }

    /** The failure with the delay of this reply's {@code Retry-After} header. */
    ProviderFailure withDelay(ProviderFailure failure) {
        return retryAfter
                .filter(delay -> !delay.isZero())
                .map(failure::withRetryAfter)
                .orElse(failure);
    }
}

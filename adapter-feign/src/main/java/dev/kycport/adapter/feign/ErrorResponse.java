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
 * @param <E> the vendor's record of a reply's status fields
 */
public record ErrorResponse<E>(int status, Optional<Duration> retryAfter, E responseStatus) {

    /** The status of an error in a 2xx reply whose body names no HTTP status. */
    static final int NO_STATUS = 0;

    private static final Set<Integer> ACCESS_REFUSED = Set.of(401, 403, 429);

    /** Whether access was refused (401, 403, 429). Such a reply says nothing about the person. */
    public boolean isAccessRefused() {
        return ACCESS_REFUSED.contains(status);
    }

    /**
     * The failure that the HTTP status alone implies. An undocumented 5xx may come from a gateway while the request
     * behind it was carried out.
     */
    public ProviderFailure failureByStatus(VendorTrace trace) {
        return switch (status) {
            case 401, 403 -> ProviderFailure.credentials(trace);
            case 408 -> ProviderFailure.timedOut(trace);
            case 429 -> ProviderFailure.throttled(trace, retryAfter);
            case 503 -> ProviderFailure.sourceDown(trace);
            case 504 -> ProviderFailure.sourceTimedOut(trace);
            default ->
                status / 100 == 4
                        ? ProviderFailure.refused(trace)
                        : ProviderFailure.unintelligible(trace, UnintelligibleReason.UNEXPECTED_STATUS);
        };
    }
}

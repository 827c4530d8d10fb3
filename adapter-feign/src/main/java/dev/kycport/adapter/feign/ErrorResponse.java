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
 * @param retryAfter when to come back, if told
 * @param responseStatus what the vendor's body says; empty words where it says nothing
 * @param <E> the vendor's record for an error
 */
public record ErrorResponse<E>(int status, Optional<Duration> retryAfter, E responseStatus) {

    /** Of an error that came under a status of success and claims no other. */
    static final int NO_STATUS = 0;

    private static final Set<Integer> ACCESS_REFUSED = Set.of(401, 403, 429);

    /** Whether we were not let in, and so not heard: nothing that the reply says is a conclusion about the person. */
    public boolean isAccessRefused() {
        return ACCESS_REFUSED.contains(status);
    }

    /**
     * What the status alone means, where no vendor's word says otherwise. A 5xx that nobody documents may come from a
     * gateway behind which the request was carried out.
     */
    public ProviderFailure failureByStatus(VendorTrace trace) {
        return switch (status) {
            case 401, 403 -> new ProviderFailure.Credentials(trace);
            case 408 -> new ProviderFailure.TimedOut(trace);
            case 429 -> new ProviderFailure.Throttled(trace, retryAfter);
            case 503 -> new ProviderFailure.SourceDown(trace);
            case 504 -> new ProviderFailure.SourceTimedOut(trace);
            default ->
                status / 100 == 4
                        ? new ProviderFailure.Refused(trace)
                        : new ProviderFailure.Unintelligible(trace, UnintelligibleReason.UNEXPECTED_STATUS);
        };
    }
}

package dev.kycport.ports.observe;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The metrics of one provider call. All values but the duration come from small sets, so they can label a metric: no
 * session, no subject, no text of a vendor.
 *
 * @param provider the called provider
 * @param flow the session's flow
 * @param call the kind of call
 * @param outcome {@value #OK}, or the code of the failure or verdict, such as {@code provider.timed-out}
 * @param duration of the call, including any wait for our own guard; never negative
 */
public record ProviderCallMetrics(
        ProviderId provider, Flow flow, ProviderCall call, String outcome, Duration duration) {

    /** The outcome of a successful call. */
    public static final String OK = "ok";

    private static final Pattern CODE = Pattern.compile("[a-z][a-z.-]{0,63}");

    public ProviderCallMetrics {
        if (!CODE.matcher(outcome).matches()) {
            throw new IllegalArgumentException("an outcome is a code of lower-case words");
        }
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a call takes no negative time");
        }
    }
}

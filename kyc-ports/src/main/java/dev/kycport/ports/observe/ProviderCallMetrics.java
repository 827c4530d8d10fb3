package dev.kycport.ports.observe;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * One call that was made of a provider, as it is counted. Everything in it but the duration is one of few values, so that it
 * can name a metric: no session, no subject, no text of a vendor.
 *
 * @param provider who was asked
 * @param flow in which flow
 * @param call what was asked
 * @param outcome {@value #OK}, or the code of the failure or verdict, such as {@code provider.timed-out}
 * @param duration how long it took, waiting for our own guard and all; never negative
 */
public record ProviderCallMetrics(
        ProviderId provider, Flow flow, ProviderCall call, String outcome, Duration duration) {

    /** The outcome of a call that simply succeeded. */
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

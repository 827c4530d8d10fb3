package dev.kycport.app.step;

import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.RetryAdvice;
import dev.kycport.domain.failure.StepReport;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A failure or verdict as RFC 9457 problem details: a suggestion for hosts that answer over HTTP. Nothing in it repeats what a
 * person typed.
 *
 * @param type a URI that names the kind of problem: {@value #TYPE_PREFIX} and the code
 * @param title the report's summary, one plain sentence
 * @param status the suggested HTTP status: 200 for a verdict, since the step went through and the session moved
 * @param code the report's stable code, such as {@code otp.wrong-code}; docs/failures.md lists them
 * @param field the field that is not of its form, such as {@code otp}; present for {@code input.invalid} only
 * @param retryAfter for a {@code Retry-After} header: how long to wait until the same step can succeed; empty if waiting does
 *     not help
 */
public record Problem(
        String type, String title, int status, String code, Optional<String> field, Optional<Duration> retryAfter) {

    /** What every {@link #type} begins with. */
    public static final String TYPE_PREFIX = "urn:kycport:problem:";

    private static final int VERDICT_STATUS = 200;

    // RFC 9110: 403 refused, 409 in conflict with the state, 422 understood but wrong, 429 too often; 5xx not the
    // caller's doing.
    private static final Map<String, Integer> STATUSES = Map.ofEntries(
            Map.entry("input.invalid", 422),
            Map.entry("session.unknown", 404),
            Map.entry("session.over", 409),
            Map.entry("session.wrong-state", 409),
            Map.entry("session.busy", 409),
            Map.entry("consent.missing", 403),
            Map.entry("consent.expired", 403),
            Map.entry("consent.withdrawn", 403),
            Map.entry("consent.not-covering", 403),
            Map.entry("captcha.spent", 409),
            Map.entry("captcha.expired", 409),
            Map.entry("otp.expired", 409),
            Map.entry("otp.locked", 409),
            Map.entry("otp.resend-too-soon", 429),
            Map.entry("otp.resends-used", 409),
            Map.entry("otp.in-doubt", 409),
            Map.entry("authorization.foreign", 403),
            Map.entry("authorization.expired", 409),
            Map.entry("flow.unsupported", 422),
            Map.entry("provider.unreachable", 503),
            Map.entry("provider.timed-out", 504),
            Map.entry("provider.throttled", 503),
            Map.entry("provider.credentials", 500),
            Map.entry("provider.blocked", 500),
            Map.entry("provider.quota", 500),
            Map.entry("provider.refused", 502),
            Map.entry("provider.unintelligible", 502),
            Map.entry("source.down", 503),
            Map.entry("source.timed-out", 504));

    /** The problem details of a failure or verdict. */
    public static Problem of(StepReport report) {
        return new Problem(
                TYPE_PREFIX + report.code(),
                report.summary(),
                report instanceof KycFailure ? statusOf(report.code()) : VERDICT_STATUS,
                report.code(),
                report instanceof InputRejection input
                        ? Optional.of(input.field().code())
                        : Optional.empty(),
                report.retryAdvice().kind() == RetryAdvice.Kind.AFTER
                        ? report.retryAdvice().delay()
                        : Optional.empty());
    }

    /**
     * The suggested HTTP status of a failure.
     *
     * @throws IllegalArgumentException if no failure has that code
     */
    public static int statusOf(String failureCode) {
        Integer status = STATUSES.get(failureCode);
        if (status == null) {
            throw new IllegalArgumentException("no failure has the code " + failureCode);
        }
        return status;
    }
}

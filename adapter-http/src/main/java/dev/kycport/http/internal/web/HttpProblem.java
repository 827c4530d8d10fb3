package dev.kycport.http.internal.web;

import dev.kycport.app.step.Problem;
import dev.kycport.domain.failure.StepReport;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Why a request is answered with an error, as RFC 9457 problem details. The codes of steps are those of {@link Problem}; those of
 * HTTP itself begin with {@code http.} and are all listed here.
 *
 * @param title one plain sentence, the same for every problem of this code but for names of fields
 * @param allow the methods that a path has; present for 405 only
 */
public record HttpProblem(
        int status,
        String code,
        String title,
        Optional<String> field,
        Optional<Duration> retryAfter,
        Optional<String> allow) {

    /** The media type of problem details. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** There is nothing at this path. */
    public static HttpProblem notFound() {
        return of(404, "http.not-found", "there is nothing at this path");
    }

    /** The path has other methods. */
    public static HttpProblem methodNotAllowed(String allow) {
        return new HttpProblem(
                405,
                "http.method-not-allowed",
                "this path has other methods",
                Optional.empty(),
                Optional.empty(),
                Optional.of(allow));
    }

    /** No known key was presented. */
    public static HttpProblem unauthorized() {
        return of(401, "http.unauthorized", "present an API key: Authorization: Bearer KEY");
    }

    /** The key has another scope. */
    public static HttpProblem forbidden() {
        return of(403, "http.forbidden", "this key may not do that");
    }

    /** The request names a host that is not ours. */
    public static HttpProblem wrongHost() {
        return of(421, "http.wrong-host", "this server does not answer for that host");
    }

    /** The body is larger than any valid one. */
    public static HttpProblem bodyTooLarge() {
        return of(413, "http.body-too-large", "the body is too large");
    }

    /** The body did not arrive in time or was cut off. */
    public static HttpProblem bodyIncomplete() {
        return of(400, "http.body-incomplete", "the body did not arrive whole");
    }

    /** The body is of another media type. */
    public static HttpProblem unsupportedMediaType(String expected) {
        return of(415, "http.unsupported-media-type", "the body must be " + expected);
    }

    /** The body is not one JSON object. */
    public static HttpProblem malformedJson() {
        return of(400, "http.malformed-json", "the body must be one JSON object, in UTF-8, without duplicate names");
    }

    /** The body has a field that the operation does not know. */
    public static HttpProblem unknownField(String known) {
        return of(400, "http.unknown-field", "the body has a field that is not one of: " + known);
    }

    /** A field has another type. */
    public static HttpProblem wrongType(String field, String expected) {
        return new HttpProblem(
                400,
                "http.wrong-type",
                field + " must be " + expected,
                Optional.of(field),
                Optional.empty(),
                Optional.empty());
    }

    /** The {@code Idempotency-Key} is not of its form. */
    public static HttpProblem invalidIdempotencyKey() {
        return of(400, "http.idempotency-key-invalid", "an Idempotency-Key has 1 to 200 visible ASCII characters");
    }

    /** The {@code Idempotency-Key} was used for another request. */
    public static HttpProblem idempotencyMismatch() {
        return of(422, "http.idempotency-mismatch", "this Idempotency-Key was used for another request");
    }

    /** The first request with this {@code Idempotency-Key} is under way. */
    public static HttpProblem idempotencyInProgress() {
        return of(409, "http.idempotency-in-progress", "the first request with this Idempotency-Key is under way")
                .withRetryAfter(Duration.ofSeconds(2));
    }

    /** The return URL is not on the list. */
    public static HttpProblem returnUrlNotAllowed() {
        return new HttpProblem(
                422,
                "http.return-url-not-allowed",
                "the return URL is not on the list kyc.http.return-urls",
                Optional.of("return-url"),
                Optional.empty(),
                Optional.empty());
    }

    /** The identity is not there: the person is not verified, or not yet. */
    public static HttpProblem identityAbsent() {
        return of(409, "http.identity-absent", "the session has no verified identity");
    }

    /** The identity was erased. */
    public static HttpProblem identityErased() {
        return of(410, "http.identity-erased", "the identity was taken over or its retention is over");
    }

    /** The store failed; the step can be repeated. */
    public static HttpProblem storeUnavailable() {
        return of(503, "http.store-unavailable", "the store is not available").withRetryAfter(Duration.ofSeconds(5));
    }

    /** A bug; the log has more. */
    public static HttpProblem internal() {
        return of(500, "http.internal", "something went wrong here; the log of the server says more");
    }

    /** The problem of a step that came to nothing. */
    public static HttpProblem of(StepReport report) {
        Problem problem = Problem.of(report);
        return new HttpProblem(
                problem.status(),
                problem.code(),
                problem.title(),
                problem.field(),
                problem.retryAfter(),
                Optional.empty());
    }

    /** The members of the JSON object, in a fixed order. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", Problem.TYPE_PREFIX + code);
        map.put("title", title);
        map.put("status", status);
        map.put("code", code);
        field.ifPresent(name -> map.put("field", name));
        retryAfter.ifPresent(wait -> map.put("retryAfterSeconds", seconds(wait)));
        return map;
    }

    /** The answer with these details. */
    public WebResponse toResponse() {
        WebResponse response = WebResponse.json(status, MEDIA_TYPE, toMap());
        WebResponse waiting = retryAfter
                .map(wait -> response.withHeader("Retry-After", Long.toString(seconds(wait))))
                .orElse(response);
        WebResponse challenged = status == 401 ? waiting.withHeader("WWW-Authenticate", "Bearer") : waiting;
        return allow.map(methods -> challenged.withHeader("Allow", methods)).orElse(challenged);
    }

    /** Whole seconds, rounded up, at least one. */
    public static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private HttpProblem withRetryAfter(Duration wait) {
        return new HttpProblem(status, code, title, field, Optional.of(wait), allow);
    }

    private static HttpProblem of(int status, String code, String title) {
        return new HttpProblem(status, code, title, Optional.empty(), Optional.empty(), Optional.empty());
    }
}

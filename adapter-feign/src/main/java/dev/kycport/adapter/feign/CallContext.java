package dev.kycport.adapter.feign;

import feign.Request;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Response;

/**
 * One call in progress: its time limit, its query parameters and how far it got. Every method of a vendor's Feign
 * interface takes one as a parameter, because Feign passes {@code Request.Options} through to the client. {@link
 * HttpCallExecutor} creates it.
 */
public final class CallContext extends Request.Options {

    private final Duration remaining;
    private final ProgressListener progressListener = new ProgressListener();
    private QueryParameters queryParameters = QueryParameters.NONE;
    private volatile String route = "";
    private volatile boolean requestStarted;
    private volatile int status;
    private volatile Optional<String> retryAfter = Optional.empty();

    CallContext(HttpSettings settings, Duration left) {
        super(
                settings.connectTimeout().toMillis(),
                TimeUnit.MILLISECONDS,
                settings.readTimeout().toMillis(),
                TimeUnit.MILLISECONDS,
                false);
        this.remaining = left;
    }

    /** Sets the query parameters and returns this context. */
    public CallContext withQuery(QueryParameters parameters) {
        queryParameters = parameters;
        return this;
    }

    QueryParameters query() {
        return queryParameters;
    }

    /** Time left for the whole call; zero or less means that it must not start. */
    long remainingMillis() {
        return remaining.toMillis();
    }

    EventListener progressListener() {
        return progressListener;
    }

    void recordRoute(Request request) {
        route = request.httpMethod() + " "
                + request.requestTemplate().methodMetadata().template().path();
    }

    /** HTTP method and path template, the only parts of a URL that may be logged. */
    String route() {
        return route;
    }

    /** Whether any byte of the request may have been sent. If not, the provider cannot have acted on it. */
    boolean requestStarted() {
        return requestStarted;
    }

    /** The HTTP status, or zero before the reply has started. */
    int status() {
        return status;
    }

    /** The {@code Retry-After} header as received. */
    Optional<String> retryAfter() {
        return retryAfter;
    }

    private final class ProgressListener extends EventListener {

        @Override
        public void requestHeadersStart(Call call) {
            requestStarted = true;
        }

        @Override
        public void responseHeadersEnd(Call call, Response response) {
            status = response.code();
            retryAfter = Optional.ofNullable(response.header("Retry-After"));
        }
    }
}

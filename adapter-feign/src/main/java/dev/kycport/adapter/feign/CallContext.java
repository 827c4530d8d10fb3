package dev.kycport.adapter.feign;

import feign.Request;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Response;

/**
 * One call under way: how long it may take, and how far it came. Every method of a vendor's Feign interface takes one, since
 * that is how Feign hands something through to the client; {@link HttpCallExecutor} makes it.
 */
public final class CallContext extends Request.Options {

    private final Duration remaining;
    private final ProgressListener progressListener = new ProgressListener();
    private QueryParameters queryParameters = QueryParameters.NONE;
    private volatile String route = "";
    private volatile boolean requestStarted;
    private volatile int status;

    CallContext(HttpSettings settings, Duration left) {
        super(
                settings.connectTimeout().toMillis(),
                TimeUnit.MILLISECONDS,
                settings.readTimeout().toMillis(),
                TimeUnit.MILLISECONDS,
                false);
        this.remaining = left;
    }

    /** Itself, with these parameters for the URL. */
    public CallContext withQuery(QueryParameters parameters) {
        queryParameters = parameters;
        return this;
    }

    QueryParameters query() {
        return queryParameters;
    }

    /** How long it may take in all; from zero on it is too late to begin. */
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

    /** Method and path template: all that may be known of a URL. */
    String route() {
        return route;
    }

    /** Whether any of the request can have left; if not, the provider cannot have acted on it. */
    boolean requestStarted() {
        return requestStarted;
    }

    /** The HTTP status, or zero before there is one. */
    int status() {
        return status;
    }

    private final class ProgressListener extends EventListener {

        @Override
        public void requestHeadersStart(Call call) {
            requestStarted = true;
        }

        @Override
        public void responseHeadersEnd(Call call, Response response) {
            status = response.code();
        }
    }
}

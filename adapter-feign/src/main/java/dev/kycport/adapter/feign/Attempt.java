package dev.kycport.adapter.feign;

import feign.Request;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Response;

/**
 * One call under way: how long it may take, and how far it came. Every method of a vendor's Feign interface takes one, since
 * that is how Feign hands something through to the client; {@link Exchange} makes it.
 */
public final class Attempt extends Request.Options {

    private final Duration left;
    private final Progress progress = new Progress();
    private Query query = Query.NONE;
    private volatile String route = "";
    private volatile boolean sent;
    private volatile int status;

    Attempt(HttpSettings settings, Duration left) {
        super(
                settings.connectTimeout().toMillis(),
                TimeUnit.MILLISECONDS,
                settings.readTimeout().toMillis(),
                TimeUnit.MILLISECONDS,
                false);
        this.left = left;
    }

    /** Itself, with these parameters for the URL. */
    public Attempt carrying(Query parameters) {
        query = parameters;
        return this;
    }

    Query query() {
        return query;
    }

    /** How long it may take in all; from zero on it is too late to begin. */
    long leftMillis() {
        return left.toMillis();
    }

    EventListener progress() {
        return progress;
    }

    void goes(Request request) {
        route = request.httpMethod() + " "
                + request.requestTemplate().methodMetadata().template().path();
    }

    /** Method and path template: all that may be known of a URL. */
    String route() {
        return route;
    }

    /** Whether any of the request can have left; if not, the provider cannot have acted on it. */
    boolean sent() {
        return sent;
    }

    /** The HTTP status, or zero before there is one. */
    int status() {
        return status;
    }

    private final class Progress extends EventListener {

        @Override
        public void requestHeadersStart(Call call) {
            sent = true;
        }

        @Override
        public void responseHeadersEnd(Call call, Response response) {
            status = response.code();
        }
    }
}

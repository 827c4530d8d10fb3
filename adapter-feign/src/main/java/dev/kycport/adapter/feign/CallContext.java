package dev.kycport.adapter.feign;

import dev.kycport.domain.Secret;
import feign.Request;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * One call in progress: its time limit, its own headers and query parameters, and how far it got. Every method of a vendor's Feign
 * interface takes one as a parameter, because Feign passes {@code Request.Options} through to the client. {@link
 * HttpCallExecutor} creates it.
 */
public final class CallContext extends Request.Options {

    private final Duration remaining;
    private final ProgressListener progressListener = new ProgressListener();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
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

    /**
     * Sets a header of this call, and returns this context. The client adds it behind Feign. A header of the same name
     * is replaced.
     *
     * @throws IllegalArgumentException if the value is empty or has other than visible ASCII characters
     */
    public CallContext withHeader(String name, String value) {
        return setHeader(name, "", value);
    }

    /** Sets a header of this call to the value of a secret, and returns this context. */
    public CallContext withHeader(String name, Secret value) {
        return setHeader(name, "", value.reveal());
    }

    CallContext withHeader(String name, String prefix, Secret value) {
        return setHeader(name, prefix, value.reveal());
    }

    private CallContext setHeader(String name, String prefix, String value) {
        if (!HeaderCredential.isValidValue(value)) {
            throw new IllegalArgumentException(
                    "header " + name + " must be of visible ASCII characters, without spaces or line breaks");
        }
        headers.put(name, prefix + value);
        return this;
    }

    void forEachHeader(BiConsumer<String, String> action) {
        headers.forEach(action);
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

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // No call can use it any more, which is all that was wanted.
        }
    }

    private final class ProgressListener extends EventListener {

        private volatile boolean serverCloses;

        @Override
        public void requestHeadersStart(Call call) {
            requestStarted = true;
        }

        @Override
        public void responseHeadersEnd(Call call, Response response) {
            status = response.code();
            retryAfter = Optional.ofNullable(response.header("Retry-After"));
            serverCloses = response.protocol() == Protocol.HTTP_1_0
                    && !"keep-alive".equalsIgnoreCase(response.header("Connection"));
        }

        // An HTTP/1.0 server closes the connection, which OkHttp would keep and use for the next call.
        @Override
        public void connectionReleased(Call call, Connection connection) {
            if (serverCloses) {
                closeQuietly(connection.socket());
            }
        }
    }
}

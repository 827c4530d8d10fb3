package dev.kycport.adapter.feign;

import dev.kycport.adapter.feign.internal.BoundedDns;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request at most once, within the time limit of its {@link CallContext}. Credentials, tokens and query parameters
 * are added here, behind Feign, so that no Feign object or exception contains them.
 */
final class OneShotClient implements Client {

    private static final int MAX_IDLE_CONNECTIONS = 16;
    private static final int BAD_REQUEST = 400;
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final OkHttpClient client;
    private final HttpUrl base;
    private final String path;
    private final List<HeaderCredential> credentials;

    OneShotClient(HttpSettings settings, List<HeaderCredential> credentials) {
        this.client = createClient(settings);
        this.base = HttpUrl.get(settings.baseUrl());
        this.path = stripTrailingSlash(base.encodedPath());
        this.credentials = List.copyOf(credentials);
    }

    private static String stripTrailingSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static OkHttpClient createClient(HttpSettings settings) {
        return new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .protocols(List.of(Protocol.HTTP_1_1))
                .dns(new BoundedDns(Dns.SYSTEM, settings.connectTimeout()))
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.readTimeout())
                .writeTimeout(settings.readTimeout())
                .connectionPool(new ConnectionPool(
                        MAX_IDLE_CONNECTIONS, settings.keepAlive().toMillis(), TimeUnit.MILLISECONDS))
                .eventListenerFactory(OneShotClient::progressListener)
                .addNetworkInterceptor(OneShotClient::neutralizeSpecialStatuses)
                .build();
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        CallContext callContext = (CallContext) options;
        callContext.recordRoute(request);
        if (callContext.remainingMillis() < 1) {
            throw new InterruptedIOException("no time left to send anything");
        }
        Call call = client.newCall(toOkHttp(request, callContext));
        call.timeout().timeout(callContext.remainingMillis(), TimeUnit.MILLISECONDS);
        return toFeign(call.execute(), request, callContext);
    }

    private okhttp3.Request toOkHttp(Request request, CallContext callContext) {
        okhttp3.Request.Builder builder = new okhttp3.Request.Builder()
                .url(url(request, callContext))
                .tag(CallContext.class, callContext)
                .method(request.httpMethod().name(), body(request));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.addHeader(name, value)));
        credentials.forEach(credential ->
                builder.header(credential.header(), credential.value().reveal()));
        callContext.forEachHeader(builder::header);
        return builder.build();
    }

    // Feign knows the path only; scheme, host and port are parsed once.
    private HttpUrl url(Request request, CallContext callContext) {
        HttpUrl.Builder url = Objects.requireNonNull(base.newBuilder(path + request.url()));
        callContext.query().forEach(url::addQueryParameter);
        return url.build();
    }

    private static @Nullable RequestBody body(Request request) {
        if (!request.httpMethod().isWithBody()) {
            return null;
        }
        // The Content-Type header is set by the encoder.
        return RequestBody.create(request.body() == null ? new byte[0] : request.body(), null);
    }

    private static Response toFeign(okhttp3.Response response, Request request, CallContext callContext) {
        return Response.builder()
                .status(callContext.status())
                .headers(headers(response, callContext))
                .body(response.body().byteStream(), length(response))
                .request(request)
                .build();
    }

    // OkHttp's response may lack Retry-After, see neutralizeSpecialStatuses.
    private static Map<String, Collection<String>> headers(okhttp3.Response response, CallContext callContext) {
        return Map.of(
                ReplyReader.CONTENT_TYPE, response.headers(ReplyReader.CONTENT_TYPE),
                ReplyReader.RETRY_AFTER, callContext.retryAfter().stream().toList());
    }

    private static @Nullable Integer length(okhttp3.Response response) {
        long length = response.body().contentLength();
        return length < 0 ? null : (int) Math.min(length, Integer.MAX_VALUE);
    }

    private static EventListener progressListener(Call call) {
        return Optional.ofNullable(call.request().tag(CallContext.class))
                .map(CallContext::progressListener)
                .orElse(EventListener.NONE);
    }

    // OkHttp repeats a request after a 503 with "Retry-After: 0" and rejects a 407 from an origin server as a protocol
    // error. Neither can be switched off, so both are hidden from it; the call context keeps the real status and delay.
    private static okhttp3.Response neutralizeSpecialStatuses(Interceptor.Chain chain) throws IOException {
        okhttp3.Response response = chain.proceed(chain.request());
        return switch (response.code()) {
            case SERVICE_UNAVAILABLE ->
                response.newBuilder().removeHeader(ReplyReader.RETRY_AFTER).build();
            case PROXY_AUTHENTICATION_REQUIRED ->
                response.newBuilder().code(BAD_REQUEST).build();
            default -> response;
        };
    }
}

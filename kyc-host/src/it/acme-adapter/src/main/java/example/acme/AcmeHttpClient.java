package example.acme;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.VendorTrace;
import io.vavr.control.Either;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/** Makes one request and reads one reply before a deadline, and throws nothing at the caller. */
final class AcmeHttpClient {

    private final HttpClient client;
    private final URI base;
    private final Duration timeout;

    // Connecting may take half the time: at the end of it "unreachable" and "timed out" could not be distinguished.
    AcmeHttpClient(URI base, Duration timeout) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout.dividedBy(2))
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.base = base;
        this.timeout = timeout;
    }

    /** The deadline of a step that begins now. It covers every request of the step. */
    AcmeDeadline deadline() {
        return AcmeDeadline.in(timeout);
    }

    Either<ProviderFailure, AcmeReply> post(
            String path, Map<String, String> headers, Map<String, String> body, AcmeDeadline deadline) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(AcmeJson.write(body)));
        headers.forEach(request::header);
        return awaitReply(client.sendAsync(request.build(), head -> new AcmeBodySubscriber()), deadline);
    }

    // Cancels the exchange at the deadline, so that nothing is sent afterwards and the connection is released.
    private static <T> T await(Duration timeout, CompletableFuture<T> exchange)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            return exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            exchange.cancel(true);
        }
    }

    private static Either<ProviderFailure, AcmeReply> awaitReply(
            CompletableFuture<HttpResponse<Either<UnintelligibleReason, String>>> exchange, AcmeDeadline deadline) {
        try {
            return AcmeReply.of(await(deadline.left(), exchange));
        } catch (ExecutionException failed) {
            return Either.left(failure(failed));
        } catch (TimeoutException late) {
            return Either.left(ProviderFailure.timedOut(noTrace()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Either.left(ProviderFailure.timedOut(noTrace()));
        }
    }

    // Only a connection that was never established, TLS included, proves that nothing was sent.
    private static ProviderFailure failure(Throwable thrown) {
        if (isCausedBy(thrown, ConnectException.class)
                || isCausedBy(thrown, HttpConnectTimeoutException.class)
                || isCausedBy(thrown, SSLHandshakeException.class)) {
            return ProviderFailure.unreachable(noTrace());
        }
        return isCausedBy(thrown, ProtocolException.class)
                ? ProviderFailure.unintelligible(noTrace(), UnintelligibleReason.MALFORMED)
                : ProviderFailure.timedOut(noTrace());
    }

    private static boolean isCausedBy(Throwable thrown, Class<? extends Throwable> type) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).anyMatch(type::isInstance);
    }

    private static VendorTrace noTrace() {
        return VendorTrace.of(AcmeProviderFactory.ID);
    }
}

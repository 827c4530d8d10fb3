package example.acme;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.ports.spi.Credential;
import io.vavr.control.Either;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sends one request to Acme and returns its reply within a deadline; throws nothing to the caller. */
final class AcmeHttpClient {

    private final HttpClient client;
    private final URI base;
    private final Credential token;
    private final Duration timeout;

    // Connecting may take half the time: at the end of it "unreachable" and "timed out" could not be distinguished.
    AcmeHttpClient(URI base, Credential token, Duration timeout) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout.dividedBy(2))
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.base = base;
        this.token = token;
        this.timeout = timeout;
    }

    <V> Either<ProviderFailure, V> post(
            String path, Map<String, String> fields, Function<AcmeReply, Either<ProviderFailure, V>> interpret) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(timeout)
                .header("Authorization", "Bearer " + token.reveal())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                .build();
        return awaitReply(client.sendAsync(request, head -> new AcmeBodySubscriber())).flatMap(interpret);
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

    private Either<ProviderFailure, AcmeReply> awaitReply(
            CompletableFuture<HttpResponse<Either<UnintelligibleReason, String>>> exchange) {
        try {
            return read(await(timeout, exchange));
        } catch (ExecutionException failed) {
            return Either.left(failure(failed.getCause()));
        } catch (TimeoutException late) {
            return Either.left(ProviderFailure.timedOut(emptyTrace()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Either.left(ProviderFailure.timedOut(emptyTrace()));
        }
    }

    // Only a failed connection proves that nothing was sent.
    private static ProviderFailure failure(Throwable cause) {
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
                ? ProviderFailure.unreachable(emptyTrace())
                : ProviderFailure.timedOut(emptyTrace());
    }

    private static Either<ProviderFailure, AcmeReply> read(
            HttpResponse<Either<UnintelligibleReason, String>> response) {
        AcmeReply empty = new AcmeReply(response.statusCode(), Map.of());
        return response.body()
                .bimap(empty::unintelligible, text -> new AcmeReply(response.statusCode(), parseFields(text)));
    }

    private static Map<String, String> parseFields(String lines) {
        return lines.lines()
                .map(line -> line.split(": ", 2))
                .filter(parts -> parts.length == 2)
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (first, second) -> first));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static VendorTrace emptyTrace() {
        return AcmeReply.trace(OptionalInt.empty(), Optional.empty());
    }
}

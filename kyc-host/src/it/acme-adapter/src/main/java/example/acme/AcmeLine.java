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

/** The line to Acme: one request, one answer, no longer than patience lasts, and nothing thrown at the caller. */
final class AcmeLine {

    private final HttpClient client;
    private final URI base;
    private final Credential token;
    private final Duration patience;

    // Who cannot be connected with in half the time is unreachable; at the end of it nobody could tell.
    AcmeLine(URI base, Credential token, Duration patience) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience.dividedBy(2))
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.base = base;
        this.token = token;
        this.patience = patience;
    }

    <V> Either<ProviderFailure, V> ask(
            String path, Map<String, String> fields, Function<AcmeAnswer, Either<ProviderFailure, V>> meaning) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(patience)
                .header("Authorization", "Bearer " + token.reveal())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                .build();
        return answered(client.sendAsync(request, head -> new AcmeBody())).flatMap(meaning);
    }

    // Cancelled in the end, so that after the deadline nothing is sent, no connection is held and no thread waits.
    private static <T> T within(Duration patience, CompletableFuture<T> exchange)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            return exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            exchange.cancel(true);
        }
    }

    private Either<ProviderFailure, AcmeAnswer> answered(
            CompletableFuture<HttpResponse<Either<UnintelligibleReason, String>>> exchange) {
        try {
            return read(within(patience, exchange));
        } catch (ExecutionException failed) {
            return Either.left(failure(failed.getCause()));
        } catch (TimeoutException late) {
            return Either.left(ProviderFailure.timedOut(unheard()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Either.left(ProviderFailure.timedOut(unheard()));
        }
    }

    // Which of the two it was decides everything: who could not connect has sent nothing.
    private static ProviderFailure failure(Throwable lost) {
        return lost instanceof ConnectException || lost instanceof HttpConnectTimeoutException
                ? ProviderFailure.unreachable(unheard())
                : ProviderFailure.timedOut(unheard());
    }

    private static Either<ProviderFailure, AcmeAnswer> read(HttpResponse<Either<UnintelligibleReason, String>> response) {
        AcmeAnswer nothing = new AcmeAnswer(response.statusCode(), Map.of());
        return response.body().bimap(nothing::odd, text -> new AcmeAnswer(response.statusCode(), texts(text)));
    }

    private static Map<String, String> texts(String lines) {
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

    private static VendorTrace unheard() {
        return AcmeAnswer.trace(OptionalInt.empty(), Optional.empty());
    }
}

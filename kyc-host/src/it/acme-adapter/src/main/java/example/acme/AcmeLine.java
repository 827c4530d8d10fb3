package example.acme;

import dev.kycport.domain.failure.Oddity;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.ports.Credential;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The line to Acme: one request, one answer, no longer than patience lasts, and nothing thrown at the caller. */
final class AcmeLine {

    private static final int LONGEST = 64 * 1024;

    private final HttpClient client;
    private final URI base;
    private final Credential token;
    private final Duration patience;

    AcmeLine(URI base, Credential token, Duration patience) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
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
                .header("Authorization", "Bearer " + token.reveal())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                .build();
        return CompletableFuture.supplyAsync(() -> answered(request))
                .completeOnTimeout(timedOut(), patience.toMillis(), TimeUnit.MILLISECONDS)
                .join()
                .flatMap(meaning);
    }

    // Which of the two it was decides everything: who could not connect has sent nothing.
    private Either<ProviderFailure, AcmeAnswer> answered(HttpRequest request) {
        try {
            return read(client.send(request, HttpResponse.BodyHandlers.ofInputStream()));
        } catch (ConnectException | HttpConnectTimeoutException unreachable) {
            return Either.left(new ProviderFailure.Unreachable(unheard()));
        } catch (IOException lost) {
            return timedOut();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return timedOut();
        }
    }

    private static Either<ProviderFailure, AcmeAnswer> read(HttpResponse<InputStream> response) {
        AcmeAnswer nothing = new AcmeAnswer(response.statusCode(), Map.of());
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                return Either.left(nothing.odd(Oddity.TOO_LARGE));
            }
            return Either.right(new AcmeAnswer(response.statusCode(), texts(new String(bytes, StandardCharsets.UTF_8))));
        } catch (IOException cut) {
            return Either.left(nothing.odd(Oddity.CUT_SHORT));
        }
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

    private static Either<ProviderFailure, AcmeAnswer> timedOut() {
        return Either.left(new ProviderFailure.TimedOut(unheard()));
    }

    private static VendorTrace unheard() {
        return AcmeAnswer.trace(OptionalInt.empty(), Optional.empty());
    }
}

package dev.kycport.tck;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.tck.http.VendorEndpoint;
import dev.kycport.tck.recording.RecordedProvider;
import dev.kycport.tck.secrecy.Canary;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** How the toy vendor is called, with the sins that a wire invites to. */
public final class ToyHttpClient {

    private final VendorEndpoint endpoint;
    private final Canary canary;
    private final Set<Defect> sins;
    private final HttpClient client;
    private final Rendezvous rendezvous = new Rendezvous();
    private volatile Object last = "nothing yet";

    ToyHttpClient(VendorEndpoint endpoint, Canary canary, Set<Defect> sins) {
        this.endpoint = endpoint;
        this.canary = canary;
        this.sins = sins;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(endpoint.connectTimeout())
                .followRedirects(
                        sins.contains(Defect.FOLLOWS_REDIRECTS)
                                ? HttpClient.Redirect.ALWAYS
                                : HttpClient.Redirect.NEVER)
                .build();
    }

    Either<ProviderFailure, String> post(String path, String type, String body) {
        HttpRequest request = request(path, type, body);
        Either<ProviderFailure, String> first =
                inTime(sins.contains(Defect.SENDS_THE_LAST_REQUEST) ? last(request) : request);
        if (sins.contains(Defect.HANDS_OUT_THE_LAST_ANSWER)) {
            return last(first);
        }
        return first.isLeft() && sins.contains(Defect.TRIES_AGAIN) ? inTime(request) : first;
    }

    // What one thread leaves in a field, another takes from it.
    @SuppressWarnings("unchecked")
    private <T> T last(T own) {
        last = own;
        rendezvous.meet();
        return (T) last;
    }

    private Either<ProviderFailure, String> inTime(HttpRequest request) {
        Duration most = sins.contains(Defect.WAITS_FOR_EVER) ? Duration.ofDays(1) : endpoint.readTimeout();
        return CompletableFuture.supplyAsync(() -> exchange(request))
                .completeOnTimeout(
                        Either.left(ProviderFailure.timedOut(ToyHttpGateway.trace(""))),
                        most.toMillis(),
                        TimeUnit.MILLISECONDS)
                .join();
    }

    private Either<ProviderFailure, String> exchange(HttpRequest request) {
        try {
            return read(client.send(request, HttpResponse.BodyHandlers.ofInputStream()));
        } catch (ConnectException refused) {
            return Either.left(ProviderFailure.unreachable(ToyHttpGateway.trace("")));
        } catch (IOException dropped) {
            return Either.left(ProviderFailure.timedOut(ToyHttpGateway.trace("")));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Either.left(ProviderFailure.timedOut(ToyHttpGateway.trace("")));
        }
    }

    private Either<ProviderFailure, String> read(HttpResponse<InputStream> reply) {
        try (InputStream body = reply.body()) {
            byte[] bytes = body.readNBytes(
                    sins.contains(Defect.READS_ANY_LENGTH) ? Integer.MAX_VALUE : RecordedProvider.MAX_REPLY_BYTES);
            if (body.read() >= 0) {
                return odd(UnintelligibleReason.TOO_LARGE);
            }
            return bytes.length == 0
                    ? odd(UnintelligibleReason.EMPTY)
                    : Either.right(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException cut) {
            return odd(UnintelligibleReason.CUT_SHORT);
        }
    }

    private HttpRequest request(String path, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint.url() + path))
                .timeout(endpoint.readTimeout())
                .header("client-id", canary.clientId())
                .header("client-secret", canary.clientSecret())
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (sins.contains(Defect.NAMES_THE_PERSON_IN_A_HEADER)) {
            request.header("X-Correlation", "person-" + canary.number());
        }
        return request.build();
    }

    private static Either<ProviderFailure, String> odd(UnintelligibleReason unintelligibleReason) {
        return Either.left(ProviderFailure.unintelligible(ToyHttpGateway.trace(""), unintelligibleReason));
    }

    /** What can be wrong with it, and which contract test says so. */
    public enum Defect {
        FOLLOWS_REDIRECTS("a_redirect_is_not_followed"),
        READS_ANY_LENGTH("an_over_long_reply_is_refused"),
        WAITS_FOR_EVER("a_reply_that_never_ends_is_a_time_out"),
        TRIES_AGAIN("a_dropped_connection_is_not_repeated_behind_our_back"),
        SENDS_THE_LAST_REQUEST("many_who_ask_at_once_are_not_mixed_up"),
        HANDS_OUT_THE_LAST_ANSWER("many_who_ask_at_once_are_not_mixed_up"),
        NAMES_THE_PERSON_IN_A_HEADER("secrets_go_only_where_the_recording_expects_them");

        public final String caughtBy;

        Defect(String caughtBy) {
            this.caughtBy = caughtBy;
        }
    }
}

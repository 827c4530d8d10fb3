package dev.kycport.tck;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.http.ReplyFieldNames;
import dev.kycport.tck.http.VendorEndpoint;
import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.sample.SampleValues;
import io.vavr.control.Either;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An adapter with an access token, to try {@link OwnCallsContract} on, with one defect or none. */
record TokenToy(Defect defect) implements VendorHttpCalls {

    static final Duration LIFE = Duration.ofHours(1);

    private static final ProviderFailure LOST = ProviderFailure.timedOut(VendorTrace.of(SampleValues.anyProvider()));
    private static final ProviderFailure UNSENT =
            ProviderFailure.unreachable(VendorTrace.of(SampleValues.anyProvider()));

    /** What can be wrong with it, and which contract test says so. */
    enum Defect {
        NONE(""),
        FETCHES_FOR_EACH_CALL("what_an_own_call_returned_is_kept_until_it_expires_by_the_clock_handed_in"),
        FETCHES_FOR_EACH_CALLER("callers_at_the_same_time_share_one_own_call"),
        READS_THE_SYSTEM_CLOCK("what_an_own_call_returned_is_kept_until_it_expires_by_the_clock_handed_in"),
        DOUBTS_WHETHER_SENT("a_failed_own_call_proves_that_nothing_was_sent_and_is_not_kept"),
        KEEPS_A_FAILURE("a_failed_own_call_proves_that_nothing_was_sent_and_is_not_kept"),
        GIVES_UP_ON_A_REFUSAL("a_refused_token_is_renewed_once_and_the_request_goes_again"),
        RENEWS_FOR_EVER("a_token_that_is_refused_again_ends_the_call");

        final String caughtBy;

        Defect(String caughtBy) {
            this.caughtBy = caughtBy;
        }
    }

    @Override
    public String vendor() {
        return "token-toy";
    }

    @Override
    public ReplyFieldNames fields() {
        return new ReplyFieldNames("id", "status", "text", "person", "name", "photo");
    }

    @Override
    public List<String> calls() {
        return List.of("verify");
    }

    @Override
    public String verifyCall() {
        return "verify";
    }

    @Override
    public List<String> ownCalls() {
        return List.of("token");
    }

    @Override
    public String path(String call) {
        return "/" + call;
    }

    @Override
    public KycProvider open(VendorEndpoint endpoint) {
        return open(endpoint, Instant::now);
    }

    @Override
    public KycProvider open(VendorEndpoint endpoint, InstantSource clock) {
        return new Adapter(defect, endpoint, defect == Defect.READS_THE_SYSTEM_CLOCK ? Instant::now : clock);
    }

    @Override
    public Either<ProviderFailure, ?> invoke(KycProvider adapter, String call) {
        return ((Adapter) adapter).verify();
    }

    private static final class Adapter implements KycProvider {

        private static final int MOST = 10;

        private final Defect defect;
        private final VendorEndpoint endpoint;
        private final InstantSource clock;
        private final Rendezvous rendezvous = new Rendezvous();
        private final HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private Optional<Instant> until = Optional.empty();
        private Optional<Either<ProviderFailure, String>> failed = Optional.empty();

        Adapter(Defect defect, VendorEndpoint endpoint, InstantSource clock) {
            this.defect = defect;
            this.endpoint = endpoint;
            this.clock = clock;
        }

        @Override
        public ProviderId id() {
            return SampleValues.anyProvider();
        }

        @Override
        public Duration callTimeout() {
            return endpoint.readTimeout();
        }

        private Either<ProviderFailure, ?> verify() {
            int left = defect == Defect.RENEWS_FOR_EVER ? MOST : defect == Defect.GIVES_UP_ON_A_REFUSAL ? 0 : 1;
            Either<ProviderFailure, String> reply = attempt();
            while (reply.isRight() && reply.get().contains("REFUSED") && left-- > 0) {
                forget();
                reply = attempt();
            }
            return reply.flatMap(text -> text.contains("OK")
                    ? Either.right(new CodeVerdict.WrongCode())
                    : Either.left(ProviderFailure.credentials(LOST.trace())));
        }

        private Either<ProviderFailure, String> attempt() {
            Either<ProviderFailure, String> token = defect == Defect.FETCHES_FOR_EACH_CALLER ? unguarded() : token();
            return token.flatMap(ignored -> post("/verify"));
        }

        private synchronized void forget() {
            until = Optional.empty();
        }

        private Either<ProviderFailure, String> unguarded() {
            if (until.filter(end -> clock.instant().isBefore(end)).isPresent()) {
                return Either.right("kept");
            }
            rendezvous.meet();
            return fetch();
        }

        private synchronized Either<ProviderFailure, String> token() {
            boolean valid = until.filter(end -> clock.instant().isBefore(end)).isPresent();
            if (valid && defect != Defect.FETCHES_FOR_EACH_CALL) {
                return Either.right("kept");
            }
            return failed.isPresent() ? failed.get() : fetch();
        }

        private Either<ProviderFailure, String> fetch() {
            Either<ProviderFailure, String> fetched = post("/token")
                    .flatMap(text -> text.contains("granted") ? Either.right(text) : Either.left(LOST))
                    .mapLeft(failure -> defect == Defect.DOUBTS_WHETHER_SENT ? failure : UNSENT);
            if (fetched.isRight()) {
                until = Optional.of(clock.instant().plus(LIFE));
            } else if (defect == Defect.KEEPS_A_FAILURE) {
                failed = Optional.of(fetched);
            }
            return fetched;
        }

        private Either<ProviderFailure, String> post(String path) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint.url() + path))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            CompletableFuture<HttpResponse<String>> exchange =
                    client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
            try {
                return Either.right(exchange.get(endpoint.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                        .body());
            } catch (ExecutionException | TimeoutException lost) {
                return Either.left(LOST);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return Either.left(LOST);
            } finally {
                exchange.cancel(true);
            }
        }
    }
}

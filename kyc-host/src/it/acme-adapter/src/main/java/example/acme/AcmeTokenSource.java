package example.acme;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.ports.spi.Credential;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The access token, fetched once for all calls and kept for as long as Acme says. A token that cannot be had proves that nothing
 * was sent, whatever came of the request for it, and is asked for again by the next call.
 */
final class AcmeTokenSource {

    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final String FITS_A_HEADER = "[!-~]+";

    private final AcmeHttpClient http;
    private final Credential id;
    private final Credential secret;
    private final InstantSource time;
    private Optional<Token> current = Optional.empty();
    private Optional<CompletableFuture<Either<ProviderFailure, Token>>> underWay = Optional.empty();

    /** A token, which no text shows. */
    static final class Token {

        private final String value;
        private final Instant until;

        private Token(String value, Instant until) {
            this.value = value;
            this.until = until;
        }

        String header() {
            return "Bearer " + value;
        }
    }

    AcmeTokenSource(AcmeHttpClient http, Credential id, Credential secret, InstantSource time) {
        this.http = http;
        this.id = id;
        this.secret = secret;
        this.time = time;
    }

    Either<ProviderFailure, Token> get(AcmeDeadline deadline) {
        CompletableFuture<Either<ProviderFailure, Token>> own = new CompletableFuture<>();
        CompletableFuture<Either<ProviderFailure, Token>> shared;
        synchronized (this) {
            current = current.filter(token -> time.instant().isBefore(token.until));
            if (current.isPresent()) {
                return Either.right(current.get());
            }
            shared = underWay.orElse(own);
            underWay = Optional.of(shared);
        }
        return shared == own ? fetch(own, deadline) : await(shared, deadline);
    }

    /** Forgets this token, which Acme has refused, unless another call has replaced it already. */
    synchronized void discard(Token refused) {
        current = current.filter(token -> token != refused);
    }

    private Either<ProviderFailure, Token> fetch(
            CompletableFuture<Either<ProviderFailure, Token>> result, AcmeDeadline deadline) {
        Either<ProviderFailure, Token> fetched = request(deadline).mapLeft(ProviderFailure::asNothingSent);
        synchronized (this) {
            current = fetched.toJavaOptional();
            underWay = Optional.empty();
        }
        result.complete(fetched);
        return fetched;
    }

    private static Either<ProviderFailure, Token> await(
            CompletableFuture<Either<ProviderFailure, Token>> result, AcmeDeadline deadline) {
        try {
            return result.get(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException late) {
            return Either.left(ProviderFailure.unreachable(VendorTrace.of(AcmeProviderFactory.ID)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Either.left(ProviderFailure.unreachable(VendorTrace.of(AcmeProviderFactory.ID)));
        }
    }

    private Either<ProviderFailure, Token> request(AcmeDeadline deadline) {
        Instant asked = time.instant();
        Map<String, String> body = Map.of("client_id", id.reveal(), "client_secret", secret.reveal());
        return http.post("/token", Map.of(), body, deadline).flatMap(reply -> {
            String token = reply.text("access_token");
            String life = reply.text("expires_in");
            if (!reply.code().isEmpty()) {
                return Either.left(reply.failure());
            }
            return token.matches(FITS_A_HEADER) && life.matches("[0-9]{1,9}")
                    ? Either.right(new Token(
                            token, asked.plusSeconds(Long.parseLong(life)).minus(MARGIN)))
                    : Either.left(reply.unintelligible(UnintelligibleReason.MISSING_FIELD));
        });
    }
}

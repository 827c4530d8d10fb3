package dev.kycport.adapter.feign;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Obtains a vendor's access token and keeps it for all calls of a provider. An executor {@linkplain
 * HttpCallExecutor#withAccessToken with a token source} sends the token with each call:
 *
 * <ul>
 *   <li>Concurrent calls share one request for the token. Each waits no longer than its own step may take.
 *   <li>The token is kept until shortly before it expires, by the clock handed in.
 *   <li>The request for the token counts towards the deadline of the step that needs it.
 *   <li>A failed request for the token proves that nothing was sent, so a route may fail over. It is not kept: the next
 *       call requests a token again.
 *   <li>A call that the vendor rejected because of its token had no effect. It is repeated once, with a new token. The
 *       vendor's own words decide; an error page of a proxy never does.
 * </ul>
 *
 * <p>The token appears in no log, exception, trace or URL. Thread-safe.
 *
 * @param <S> the vendor's record of a reply's status fields
 */
public final class AccessTokenSource<S extends ResponseStatus> {

    /** A token is renewed this long before it expires, because a call that carries it takes time too. */
    private static final Duration MAX_MARGIN = Duration.ofMinutes(1);

    /** For tokens that are valid for a few minutes only, the margin is this part of their life. */
    private static final int MARGIN_PART = 10;

    private final String header;
    private final String prefix;
    private final Function<HttpCallExecutor<S>, Either<ProviderFailure, AccessToken>> request;
    private final Predicate<ErrorResponse<S>> isTokenRefused;
    private final InstantSource time;
    private Optional<Kept> kept = Optional.empty();
    private Optional<CompletableFuture<Either<ProviderFailure, AccessToken>>> underWay = Optional.empty();

    /**
     * Creates a source without a token; nothing is requested yet.
     *
     * @param header the header that carries the token
     * @param prefix what precedes the token in the header, such as {@code "Bearer "}; empty if nothing does
     * @param request requests a token with the executor that it receives, which has the deadline of the step and sends
     *     no token
     * @param isTokenRefused whether the vendor rejected a call because of its token. Asked only about replies in the
     *     vendor's own words ({@link ResponseStatus#isFromVendor}). The HTTP status is the one that the body names
     *     where the reply is a 2xx
     * @param time the clock that {@code ProviderFactory.create} received
     */
    public AccessTokenSource(
            String header,
            String prefix,
            Function<HttpCallExecutor<S>, Either<ProviderFailure, AccessToken>> request,
            Predicate<ErrorResponse<S>> isTokenRefused,
            InstantSource time) {
        this.header = header;
        this.prefix = prefix;
        this.request = request;
        this.isTokenRefused = isTokenRefused;
        this.time = time;
    }

    /** A source whose token is sent as {@code Authorization: Bearer …}. */
    public static <S extends ResponseStatus> AccessTokenSource<S> bearer(
            Function<HttpCallExecutor<S>, Either<ProviderFailure, AccessToken>> request,
            Predicate<ErrorResponse<S>> isTokenRefused,
            InstantSource time) {
        return new AccessTokenSource<>("Authorization", "Bearer ", request, isTokenRefused, time);
    }

    /** Makes a call with a token, and once more with a new token if the vendor refused the first. */
    <V> Either<ProviderFailure, V> execute(
            HttpCallExecutor<S> step, Function<AccessToken, HttpCallExecutor.Attempt<S, V>> call) {
        return token(step).flatMap(first -> {
            HttpCallExecutor.Attempt<S, V> attempt = call.apply(first);
            return isRefused(attempt, first)
                    ? token(step).flatMap(renewed -> last(call.apply(renewed), renewed))
                    : attempt.result();
        });
    }

    private <V> Either<ProviderFailure, V> last(HttpCallExecutor.Attempt<S, V> attempt, AccessToken token) {
        isRefused(attempt, token);
        return attempt.result();
    }

    /** Adds the header with the token. */
    CallContext addTo(CallContext callContext, AccessToken token) {
        return callContext.withHeader(header, prefix, token);
    }

    // A refused token is dropped, unless another call has replaced it already.
    private synchronized <V> boolean isRefused(HttpCallExecutor.Attempt<S, V> attempt, AccessToken token) {
        boolean refused = attempt.error()
                .filter(error -> error.responseStatus().isFromVendor())
                .filter(isTokenRefused)
                .isPresent();
        kept = kept.filter(current -> !refused || !current.token().equals(token));
        return refused;
    }

    private Either<ProviderFailure, AccessToken> token(HttpCallExecutor<S> step) {
        CompletableFuture<Either<ProviderFailure, AccessToken>> own = new CompletableFuture<>();
        CompletableFuture<Either<ProviderFailure, AccessToken>> shared;
        synchronized (this) {
            Optional<AccessToken> valid = kept.filter(current -> time.instant().isBefore(current.renewAt()))
                    .map(Kept::token);
            if (valid.isPresent()) {
                return Either.right(valid.get());
            }
            shared = underWay.orElse(own);
            underWay = Optional.of(shared);
        }
        return shared == own ? fetch(own, step) : await(shared, step);
    }

    private Either<ProviderFailure, AccessToken> fetch(
            CompletableFuture<Either<ProviderFailure, AccessToken>> result, HttpCallExecutor<S> step) {
        Instant requestedAt = time.instant();
        // What waiting callers receive if the adapter's code throws.
        Either<ProviderFailure, AccessToken> fetched = Either.left(unreachable(step.provider()));
        try {
            fetched = request.apply(step.withoutAccessToken()).mapLeft(ProviderFailure::asNothingSent);
        } finally {
            finish(result, fetched, requestedAt);
        }
        return fetched;
    }

    private synchronized void finish(
            CompletableFuture<Either<ProviderFailure, AccessToken>> result,
            Either<ProviderFailure, AccessToken> fetched,
            Instant requestedAt) {
        kept = fetched.toJavaOptional().map(token -> new Kept(token, requestedAt.plus(usableTime(token))));
        underWay = Optional.empty();
        result.complete(fetched);
    }

    private static Duration usableTime(AccessToken token) {
        Duration part = token.validity().dividedBy(MARGIN_PART);
        return token.validity().minus(part.compareTo(MAX_MARGIN) < 0 ? part : MAX_MARGIN);
    }

    private static <S extends ResponseStatus> Either<ProviderFailure, AccessToken> await(
            CompletableFuture<Either<ProviderFailure, AccessToken>> result, HttpCallExecutor<S> step) {
        try {
            return result.get(Math.max(0, step.remaining().toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException late) {
            return Either.left(unreachable(step.provider()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Either.left(unreachable(step.provider()));
        }
    }

    private static ProviderFailure unreachable(ProviderId provider) {
        return ProviderFailure.unreachable(VendorTrace.of(provider));
    }

    /** A token and when to request the next one. */
    private record Kept(AccessToken token, Instant renewAt) {}
}

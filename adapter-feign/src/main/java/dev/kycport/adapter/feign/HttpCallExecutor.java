package dev.kycport.adapter.feign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.ports.observe.LogKeys;
import feign.FeignException;
import io.vavr.control.Either;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Executes one provider call and turns the result into a verdict or a {@link ProviderFailure}. This is the only
 * {@code try/catch} for provider I/O. Exceptions end here: messages of Feign, Jackson and OkHttp contain URLs and
 * bodies, and a URL may contain the Aadhaar number and the code. Thread-safe.
 *
 * @param <S> the vendor's record of a reply's status fields
 */
public final class HttpCallExecutor<S extends ResponseStatus> {

    private static final Logger LOG = LoggerFactory.getLogger(HttpCallExecutor.class);

    private final ProviderId provider;
    private final HttpSettings settings;
    private final InstantSource time;
    private final Function<JsonNode, S> errorParser;
    private final Optional<Instant> deadline;
    private final Optional<AccessTokenSource<S>> tokens;

    /**
     * Creates an executor for this provider.
     *
     * @param errorParser reads the status fields of an error body; the node is missing if there was no JSON
     */
    public HttpCallExecutor(
            ProviderId provider, HttpSettings settings, InstantSource time, Function<JsonNode, S> errorParser) {
        this(provider, settings, time, errorParser, Optional.empty(), Optional.empty());
    }

    private HttpCallExecutor(
            ProviderId provider,
            HttpSettings settings,
            InstantSource time,
            Function<JsonNode, S> errorParser,
            Optional<Instant> deadline,
            Optional<AccessTokenSource<S>> tokens) {
        this.provider = provider;
        this.settings = settings;
        this.time = time;
        this.errorParser = errorParser;
        this.deadline = deadline;
        this.tokens = tokens;
    }

    /** An executor whose calls share the time limit of one call. */
    public HttpCallExecutor<S> withSharedDeadline() {
        Instant end = time.instant().plus(settings.requestTimeout());
        return new HttpCallExecutor<>(provider, settings, time, errorParser, Optional.of(end), tokens);
    }

    /** An executor that sends an access token with each call. Requesting the token counts towards the call's time limit. */
    public HttpCallExecutor<S> withAccessToken(AccessTokenSource<S> source) {
        return new HttpCallExecutor<>(provider, settings, time, errorParser, deadline, Optional.of(source));
    }

    /** The same without a token, for the request for one. */
    HttpCallExecutor<S> withoutAccessToken() {
        return new HttpCallExecutor<>(provider, settings, time, errorParser, deadline, Optional.empty());
    }

    ProviderId provider() {
        return provider;
    }

    /** The time left for a call that starts now; zero or less if there is none. */
    Duration remaining() {
        return deadline.map(end -> Duration.between(time.instant(), end)).orElseGet(settings::requestTimeout);
    }

    /**
     * Executes one call, once. With an access token, a call that the vendor rejected because of its token is repeated
     * once, with a new token: such a call had no effect.
     *
     * @param call a method of the vendor's Feign interface
     * @param rules the meaning of the vendor's error codes in this call
     * @param success reads the verdict of a success; Left if the reply is unintelligible
     */
    public <T extends HasResponseStatus<S>, V> Either<ProviderFailure, V> execute(
            Function<CallContext, Reply<T>> call,
            ResponseRules<S, V> rules,
            Function<T, Either<UnintelligibleReason, V>> success) {
        if (tokens.isEmpty()) {
            return attempt(call, rules, success).result();
        }
        HttpCallExecutor<S> step = deadline.isPresent() ? this : withSharedDeadline();
        AccessTokenSource<S> source = tokens.get();
        return source.execute(
                step,
                token -> step.attempt(callContext -> call.apply(source.addTo(callContext, token)), rules, success));
    }

    private <T extends HasResponseStatus<S>, V> Attempt<S, V> attempt(
            Function<CallContext, Reply<T>> call,
            ResponseRules<S, V> rules,
            Function<T, Either<UnintelligibleReason, V>> success) {
        Instant start = time.instant();
        CallContext callContext = new CallContext(settings, remaining());
        Attempt<S, V> attempt = callOnce(callContext, call)
                .fold(
                        failure -> new Attempt<>(failure.trace(), Either.left(failure), Optional.empty()),
                        reply -> interpret(reply, rules, success));
        recordTransactionInMdc(attempt.trace());
        log(callContext, Duration.between(start, time.instant()), attempt);
        return attempt;
    }

    private <T> Either<ProviderFailure, Reply<T>> callOnce(
            CallContext callContext, Function<CallContext, Reply<T>> call) {
        try {
            return Either.right(call.apply(callContext));
        } catch (FeignException e) {
            return Either.left(TransportErrorMapper.toFailure(e, callContext, trace(callContext.status())));
        } catch (UndeclaredThrowableException e) {
            if (!(e.getCause() instanceof InterruptedException)) {
                throw bug(callContext, e);
            }
            // OkHttp throws it while it waits for a connection, without declaring it.
            Thread.currentThread().interrupt();
            return Either.left(TransportErrorMapper.toFailure(e, callContext, trace(callContext.status())));
        } catch (RuntimeException e) {
            throw bug(callContext, e);
        }
    }

    private static IllegalStateException bug(CallContext callContext, RuntimeException exception) {
        return new IllegalStateException(
                callContext.route() + " broke with " + exception.getClass().getName());
    }

    private <T extends HasResponseStatus<S>, V> Attempt<S, V> interpret(
            Reply<T> reply, ResponseRules<S, V> rules, Function<T, Either<UnintelligibleReason, V>> success) {
        if (reply instanceof Reply.Decoded<T> decoded) {
            S status = decoded.content().responseStatus();
            return interpret(reply, status, rules, () -> success.apply(decoded.content()));
        }
        if (reply instanceof Reply.HttpError<T> httpError) {
            ErrorResponse<S> errorResponse =
                    new ErrorResponse<>(reply.status(), httpError.retryAfter(), errorParser.apply(httpError.body()));
            VendorTrace trace = errorResponse.responseStatus().trace(provider, reply.status());
            return new Attempt<>(trace, rules.interpretError(errorResponse, trace), Optional.of(errorResponse));
        }
        if (reply instanceof Reply.Undecodable<T> undecodable) {
            S status = errorParser.apply(undecodable.body());
            return interpret(reply, status, rules, () -> Either.left(UnintelligibleReason.MALFORMED));
        }
        VendorTrace trace = trace(reply.status());
        return new Attempt<>(
                trace,
                Either.left(ProviderFailure.unintelligible(trace, UnintelligibleReason.EMPTY)),
                Optional.empty());
    }

    private <V> Attempt<S, V> interpret(
            Reply<?> reply, S status, ResponseRules<S, V> rules, Supplier<Either<UnintelligibleReason, V>> success) {
        VendorTrace trace = status.trace(provider, reply.status());
        return new Attempt<>(
                trace,
                rules.interpretSuccess(status, trace, success),
                status.isSuccess() ? Optional.empty() : Optional.of(ErrorResponse.underSuccess(status)));
    }

    private VendorTrace trace(int status) {
        return new VendorTrace(
                provider,
                Optional.empty(),
                Optional.empty(),
                status == 0 ? OptionalInt.empty() : OptionalInt.of(status));
    }

    // Only inside a use case, which clears the MDC at its end.
    private static void recordTransactionInMdc(VendorTrace trace) {
        if (MDC.get(LogKeys.SESSION) != null) {
            trace.transaction().ifPresentOrElse(id -> MDC.put(LogKeys.TRACE, id), () -> MDC.remove(LogKeys.TRACE));
        }
    }

    private void log(CallContext callContext, Duration duration, Attempt<S, ?> attempt) {
        LOG.info(
                "{} {} {} in {} ms, transaction {}, code {}, {}",
                provider,
                callContext.route(),
                callContext.status(),
                duration.toMillis(),
                attempt.trace().transaction().orElse("unknown"),
                attempt.trace().vendorCode().orElse("none"),
                attempt.result().fold(ProviderFailure::code, verdict -> "understood"));
    }

    /**
     * What came of one request.
     *
     * @param trace of the reply
     * @param error the reply, if it reports an error
     */
    record Attempt<S extends ResponseStatus, V>(
            VendorTrace trace, Either<ProviderFailure, V> result, Optional<ErrorResponse<S>> error) {}
}

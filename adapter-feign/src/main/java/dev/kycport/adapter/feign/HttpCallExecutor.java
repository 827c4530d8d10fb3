package dev.kycport.adapter.feign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.ports.observe.LogKeys;
import feign.FeignException;
import io.vavr.control.Either;
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
    private final Supplier<Duration> remaining;

    /**
     * Creates an executor for this provider.
     *
     * @param errorParser reads the status fields of an error body; the node is missing if there was no JSON
     */
    public HttpCallExecutor(
            ProviderId provider, HttpSettings settings, InstantSource time, Function<JsonNode, S> errorParser) {
        this(provider, settings, time, errorParser, settings::requestTimeout);
    }

    private HttpCallExecutor(
            ProviderId provider,
            HttpSettings settings,
            InstantSource time,
            Function<JsonNode, S> errorParser,
            Supplier<Duration> remaining) {
        this.provider = provider;
        this.settings = settings;
        this.time = time;
        this.errorParser = errorParser;
        this.remaining = remaining;
    }

    /** An executor whose calls share the time limit of one call. */
    public HttpCallExecutor<S> withSharedDeadline() {
        Instant deadline = time.instant().plus(settings.requestTimeout());
        return new HttpCallExecutor<>(
                provider, settings, time, errorParser, () -> Duration.between(time.instant(), deadline));
    }

    /**
     * Executes one call, once.
     *
     * @param call a method of the vendor's Feign interface
     * @param rules the meaning of the vendor's error codes in this call
     * @param success reads the verdict of a success; Left if the reply is unintelligible
     */
    public <T extends HasResponseStatus<S>, V> Either<ProviderFailure, V> execute(
            Function<CallContext, Reply<T>> call,
            ResponseRules<S, V> rules,
            Function<T, Either<UnintelligibleReason, V>> success) {
        Instant start = time.instant();
        CallContext callContext = new CallContext(settings, remaining.get());
        Interpretation<V> interpretation = callOnce(callContext, call)
                .fold(
                        failure -> new Interpretation<>(failure.trace(), Either.left(failure)),
                        reply -> interpret(reply, rules, success));
        recordTransactionInMdc(interpretation.trace());
        log(callContext, Duration.between(start, time.instant()), interpretation);
        return interpretation.result();
    }

    private <T> Either<ProviderFailure, Reply<T>> callOnce(
            CallContext callContext, Function<CallContext, Reply<T>> call) {
        try {
            return Either.right(call.apply(callContext));
        } catch (FeignException e) {
            return Either.left(TransportErrorMapper.toFailure(e, callContext, trace(callContext.status())));
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    callContext.route() + " broke with " + e.getClass().getName());
        }
    }

    private <T extends HasResponseStatus<S>, V> Interpretation<V> interpret(
            Reply<T> reply, ResponseRules<S, V> rules, Function<T, Either<UnintelligibleReason, V>> success) {
        if (reply instanceof Reply.Decoded<T> decoded) {
            S status = decoded.content().responseStatus();
            VendorTrace trace = status.trace(provider, reply.status());
            return new Interpretation<>(
                    trace, rules.interpretSuccess(status, trace, () -> success.apply(decoded.content())));
        }
        if (reply instanceof Reply.HttpError<T> httpError) {
            ErrorResponse<S> errorResponse =
                    new ErrorResponse<>(reply.status(), httpError.retryAfter(), errorParser.apply(httpError.body()));
            VendorTrace trace = errorResponse.responseStatus().trace(provider, reply.status());
            return new Interpretation<>(trace, rules.interpretError(errorResponse, trace));
        }
        if (reply instanceof Reply.Undecodable<T> undecodable) {
            S status = errorParser.apply(undecodable.body());
            VendorTrace trace = status.trace(provider, reply.status());
            return new Interpretation<>(
                    trace, rules.interpretSuccess(status, trace, () -> Either.left(UnintelligibleReason.MALFORMED)));
        }
        VendorTrace trace = trace(reply.status());
        return new Interpretation<>(
                trace, Either.left(ProviderFailure.unintelligible(trace, UnintelligibleReason.EMPTY)));
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

    private void log(CallContext callContext, Duration duration, Interpretation<?> interpretation) {
        LOG.info(
                "{} {} {} in {} ms, transaction {}, code {}, {}",
                provider,
                callContext.route(),
                callContext.status(),
                duration.toMillis(),
                interpretation.trace().transaction().orElse("unknown"),
                interpretation.trace().vendorCode().orElse("none"),
                interpretation.result().fold(ProviderFailure::code, verdict -> "understood"));
    }

    /** The result of a call and the trace of its reply. */
    private record Interpretation<V>(VendorTrace trace, Either<ProviderFailure, V> result) {}
}

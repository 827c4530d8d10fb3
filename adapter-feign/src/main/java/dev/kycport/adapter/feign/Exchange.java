package dev.kycport.adapter.feign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.Oddity;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.ports.LogKeys;
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
 * Asks a provider one thing and turns whatever becomes of it into a verdict or a {@link ProviderFailure}: the one
 * {@code try/catch} for provider I/O. What it catches ends here, since Feign, Jackson and OkHttp put URLs and bodies into
 * their messages, and a URL may hold the number and the code. Safe for use by many threads.
 *
 * @param <S> the vendor's record of what a reply says about itself
 */
public final class Exchange<S extends Words> {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final ProviderId provider;
    private final HttpSettings settings;
    private final InstantSource time;
    private final Function<JsonNode, S> errors;
    private final Supplier<Duration> left;

    /**
     * An exchange with that provider.
     *
     * @param errors makes the vendor's record of a body that is no success, which is missing where there was none
     */
    public Exchange(ProviderId provider, HttpSettings settings, InstantSource time, Function<JsonNode, S> errors) {
        this(provider, settings, time, errors, settings::deadline);
    }

    private Exchange(
            ProviderId provider,
            HttpSettings settings,
            InstantSource time,
            Function<JsonNode, S> errors,
            Supplier<Duration> left) {
        this.provider = provider;
        this.settings = settings;
        this.time = time;
        this.errors = errors;
        this.left = left;
    }

    /** The same for several calls that together may take no longer than one. */
    public Exchange<S> together() {
        Instant deadline = time.instant().plus(settings.deadline());
        return new Exchange<>(provider, settings, time, errors, () -> Duration.between(time.instant(), deadline));
    }

    /**
     * Asks once.
     *
     * @param call a method of the vendor's Feign interface
     * @param table what the vendor's words mean as the outcome of this call
     * @param success the verdict in a success, or what is odd about it
     */
    public <T extends Worded<S>, V> Either<ProviderFailure, V> ask(
            Function<Attempt, Reply<T>> call, VerdictTable<S, V> table, Function<T, Either<Oddity, V>> success) {
        Instant start = time.instant();
        Attempt attempt = new Attempt(settings, left.get());
        Meaning<V> meaning = attempted(attempt, call)
                .fold(
                        failure -> new Meaning<>(failure.trace(), Either.left(failure)),
                        reply -> meaning(reply, table, success));
        note(meaning.trace());
        log(attempt, Duration.between(start, time.instant()), meaning);
        return meaning.verdict();
    }

    private <T> Either<ProviderFailure, Reply<T>> attempted(Attempt attempt, Function<Attempt, Reply<T>> call) {
        try {
            return Either.right(call.apply(attempt));
        } catch (FeignException broken) {
            return Either.left(Breakdown.failure(broken, attempt, trace(attempt.status())));
        } catch (RuntimeException bug) {
            throw new IllegalStateException(
                    attempt.route() + " broke with " + bug.getClass().getName());
        }
    }

    private <T extends Worded<S>, V> Meaning<V> meaning(
            Reply<T> reply, VerdictTable<S, V> table, Function<T, Either<Oddity, V>> success) {
        if (reply instanceof Reply.Understood<T> understood) {
            S said = understood.content().said();
            VendorTrace trace = said.trace(provider, reply.status());
            return new Meaning<>(trace, table.understood(said, trace, () -> success.apply(understood.content())));
        }
        if (reply instanceof Reply.Failed<T> failed) {
            Problem<S> problem = new Problem<>(reply.status(), failed.retryAfter(), errors.apply(failed.body()));
            VendorTrace trace = problem.said().trace(provider, reply.status());
            return new Meaning<>(trace, table.refused(problem, trace));
        }
        if (reply instanceof Reply.Odd<T> odd) {
            S said = errors.apply(odd.body());
            VendorTrace trace = said.trace(provider, reply.status());
            return new Meaning<>(trace, table.understood(said, trace, () -> Either.left(Oddity.MALFORMED)));
        }
        VendorTrace trace = trace(reply.status());
        return new Meaning<>(trace, Either.left(new ProviderFailure.Unintelligible(trace, Oddity.EMPTY)));
    }

    private VendorTrace trace(int status) {
        return new VendorTrace(
                provider,
                Optional.empty(),
                Optional.empty(),
                status == 0 ? OptionalInt.empty() : OptionalInt.of(status));
    }

    // Outside a call of the application nobody would take it away again.
    private static void note(VendorTrace trace) {
        if (MDC.get(LogKeys.SESSION) != null) {
            trace.transaction().ifPresentOrElse(id -> MDC.put(LogKeys.TRACE, id), () -> MDC.remove(LogKeys.TRACE));
        }
    }

    private void log(Attempt attempt, Duration took, Meaning<?> meaning) {
        LOG.info(
                "{} {} {} in {} ms, transaction {}, code {}, {}",
                provider,
                attempt.route(),
                attempt.status(),
                took.toMillis(),
                meaning.trace().transaction().orElse("unknown"),
                meaning.trace().vendorCode().orElse("none"),
                meaning.verdict().fold(ProviderFailure::code, verdict -> "understood"));
    }

    /** What a reply means, and what to quote about it. */
    private record Meaning<V>(VendorTrace trace, Either<ProviderFailure, V> verdict) {}
}

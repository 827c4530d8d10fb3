package dev.kycport.adapter.feign;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.VendorTrace;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the words of a vendor mean as the outcome of one call: verdicts first, then failures, then what the HTTP status alone
 * means. The first line that fits counts. Where none does, an error is the failure of its status, and what came under a
 * status of success is unintelligible: never a success and never a verdict. Who is {@linkplain ErrorResponse#isAccessRefused turned
 * away} gets no verdict, whatever else the reply says, but may be told why.
 *
 * @param verdictRules lines that end in a verdict
 * @param failureRules lines that end in a failure
 * @param <S> the vendor's record of what a reply says
 * @param <V> the port's verdict
 */
public record ResponseRules<S extends ResponseStatus, V>(
        List<Rule<S, V>> verdictRules, List<Rule<S, Function<VendorTrace, ProviderFailure>>> failureRules) {

    public ResponseRules {
        verdictRules = List.copyOf(verdictRules);
        failureRules = List.copyOf(failureRules);
    }

    /** One line: when that is said, it means this. */
    public record Rule<S, M>(Predicate<ErrorResponse<S>> condition, Function<ErrorResponse<S>, M> outcome) {}

    /** The same table with these lines before its own verdicts. */
    public ResponseRules<S, V> prepend(List<Rule<S, V>> rules) {
        return new ResponseRules<>(
                Stream.concat(rules.stream(), verdictRules.stream()).toList(), failureRules);
    }

    /** What an error means. */
    public Either<ProviderFailure, V> interpretError(ErrorResponse<S> errorResponse, VendorTrace trace) {
        return firstMatch(errorResponse, trace).orElseGet(() -> Either.left(errorResponse.failureByStatus(trace)));
    }

    /**
     * What a reply under a status of success means.
     *
     * @param success the verdict if the reply is a success by its own account, or what is wrong with it
     */
    public Either<ProviderFailure, V> interpretSuccess(
            S status, VendorTrace trace, Supplier<Either<UnintelligibleReason, V>> success) {
        return status.isSuccess()
                ? success.get()
                        .mapLeft(
                                unintelligibleReason -> new ProviderFailure.Unintelligible(trace, unintelligibleReason))
                : interpretFailure(status, trace);
    }

    // Where it claims no status of its own there is none to go by, and lines that ask for one do not fit.
    private Either<ProviderFailure, V> interpretFailure(S status, VendorTrace trace) {
        ErrorResponse<S> errorResponse = new ErrorResponse<>(
                status.claimedHttpStatus().orElse(ErrorResponse.NO_STATUS), Optional.empty(), status);
        return firstMatch(errorResponse, trace)
                .or(() -> errorResponse.isAccessRefused()
                        ? Optional.of(Either.left(errorResponse.failureByStatus(trace)))
                        : Optional.empty())
                .orElseGet(() ->
                        Either.left(new ProviderFailure.Unintelligible(trace, UnintelligibleReason.UNKNOWN_CODE)));
    }

    private Optional<Either<ProviderFailure, V>> firstMatch(ErrorResponse<S> errorResponse, VendorTrace trace) {
        Optional<Either<ProviderFailure, V>> verdict = errorResponse.isAccessRefused()
                ? Optional.empty()
                : firstOutcome(verdictRules, errorResponse).map(Either::right);
        return verdict.or(
                () -> firstOutcome(failureRules, errorResponse).map(toFailure -> Either.left(toFailure.apply(trace))));
    }

    private static <S, M> Optional<M> firstOutcome(List<Rule<S, M>> rules, ErrorResponse<S> errorResponse) {
        return rules.stream()
                .filter(rule -> rule.condition().test(errorResponse))
                .findFirst()
                .map(rule -> rule.outcome().apply(errorResponse));
    }
}

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
 * The meaning of a vendor's error codes and messages in one call. The first matching rule counts: verdict rules, then
 * failure rules. Without a match an error is the failure of its HTTP status, and an error in a 2xx reply is
 * unintelligible. If {@linkplain ErrorResponse#isAccessRefused access was refused}, verdict rules are skipped.
 *
 * @param verdictRules rules whose outcome is a verdict
 * @param failureRules rules whose outcome is a failure
 * @param <S> the vendor's record of a reply's status fields
 * @param <V> the port's verdict
 */
public record ResponseRules<S extends ResponseStatus, V>(
        List<Rule<S, V>> verdictRules, List<Rule<S, Function<VendorTrace, ProviderFailure>>> failureRules) {

    public ResponseRules {
        verdictRules = List.copyOf(verdictRules);
        failureRules = List.copyOf(failureRules);
    }

    /** If an error matches the condition, it has this outcome. */
    public record Rule<S extends ResponseStatus, M>(
            Predicate<ErrorResponse<S>> condition, Function<ErrorResponse<S>, M> outcome) {}

    /** The rule that this code of the vendor means this verdict. */
    public static <S extends ResponseStatus, V> Rule<S, V> verdict(String vendorCode, V verdict) {
        return new Rule<>(hasCode(vendorCode), errorResponse -> verdict);
    }

    /** The rule that this code of the vendor means this failure. A {@code Retry-After} header is added to it. */
    public static <S extends ResponseStatus> Rule<S, Function<VendorTrace, ProviderFailure>> failure(
            String vendorCode, Function<VendorTrace, ProviderFailure> failure) {
        return new Rule<>(hasCode(vendorCode), errorResponse -> failure);
    }

    /** Whether a reply has exactly this code of the vendor. */
    public static <S extends ResponseStatus> Predicate<ErrorResponse<S>> hasCode(String vendorCode) {
        return errorResponse -> errorResponse
                .responseStatus()
                .vendorCode()
                .filter(vendorCode::equals)
                .isPresent();
    }

    /** A copy with these rules before its own verdict rules. */
    public ResponseRules<S, V> prepend(List<Rule<S, V>> rules) {
        return new ResponseRules<>(
                Stream.concat(rules.stream(), verdictRules.stream()).toList(), failureRules);
    }

    /** The meaning of a reply with an error status. */
    public Either<ProviderFailure, V> interpretError(ErrorResponse<S> errorResponse, VendorTrace trace) {
        return firstMatch(errorResponse, trace).orElseGet(() -> Either.left(errorResponse.failureByStatus(trace)));
    }

    /**
     * The meaning of a reply with a 2xx status.
     *
     * @param success reads the verdict if the status fields report a success
     */
    public Either<ProviderFailure, V> interpretSuccess(
            S status, VendorTrace trace, Supplier<Either<UnintelligibleReason, V>> success) {
        return status.isSuccess()
                ? success.get()
                        .mapLeft(unintelligibleReason -> ProviderFailure.unintelligible(trace, unintelligibleReason))
                : interpretFailure(status, trace);
    }

    // Rules that require an HTTP status do not match if the body names none.
    private Either<ProviderFailure, V> interpretFailure(S status, VendorTrace trace) {
        ErrorResponse<S> errorResponse = ErrorResponse.underSuccess(status);
        return firstMatch(errorResponse, trace)
                .or(() -> errorResponse.isAccessRefused()
                        ? Optional.of(Either.left(errorResponse.failureByStatus(trace)))
                        : Optional.empty())
                .orElseGet(() -> Either.left(ProviderFailure.unintelligible(trace, UnintelligibleReason.UNKNOWN_CODE)));
    }

    private Optional<Either<ProviderFailure, V>> firstMatch(ErrorResponse<S> errorResponse, VendorTrace trace) {
        Optional<Either<ProviderFailure, V>> verdict = errorResponse.isAccessRefused()
                ? Optional.empty()
                : firstOutcome(verdictRules, errorResponse).map(Either::right);
        return verdict.or(() -> firstOutcome(failureRules, errorResponse)
                .map(toFailure -> Either.left(errorResponse.withDelay(toFailure.apply(trace)))));
    }

    private static <S extends ResponseStatus, M> Optional<M> firstOutcome(
            List<Rule<S, M>> rules, ErrorResponse<S> errorResponse) {
        return rules.stream()
                .filter(rule -> rule.condition().test(errorResponse))
                .findFirst()
                .map(rule -> rule.outcome().apply(errorResponse));
    }
}

package dev.kycport.adapter.feign;

import dev.kycport.domain.failure.Oddity;
import dev.kycport.domain.failure.ProviderFailure;
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
 * status of success is unintelligible: never a success and never a verdict. Who is {@linkplain Problem#turnedAway turned
 * away} gets no verdict, whatever else the reply says, but may be told why.
 *
 * @param verdicts lines that end in a verdict
 * @param failures lines that end in a failure
 * @param <S> the vendor's record of what a reply says
 * @param <V> the port's verdict
 */
public record VerdictTable<S extends Words, V>(
        List<Line<S, V>> verdicts, List<Line<S, Function<VendorTrace, ProviderFailure>>> failures) {

    public VerdictTable {
        verdicts = List.copyOf(verdicts);
        failures = List.copyOf(failures);
    }

    /** One line: when that is said, it means this. */
    public record Line<S, M>(Predicate<Problem<S>> when, Function<Problem<S>, M> meaning) {}

    /** The same table with these lines before its own verdicts. */
    public VerdictTable<S, V> after(List<Line<S, V>> first) {
        return new VerdictTable<>(
                Stream.concat(first.stream(), verdicts.stream()).toList(), failures);
    }

    /** What an error means. */
    public Either<ProviderFailure, V> refused(Problem<S> problem, VendorTrace trace) {
        return known(problem, trace).orElseGet(() -> Either.left(problem.failure(trace)));
    }

    /**
     * What a reply under a status of success means.
     *
     * @param success the verdict if the reply is a success by its own account, or what is wrong with it
     */
    public Either<ProviderFailure, V> understood(S said, VendorTrace trace, Supplier<Either<Oddity, V>> success) {
        return said.succeeded()
                ? success.get().mapLeft(oddity -> new ProviderFailure.Unintelligible(trace, oddity))
                : unsuccessful(said, trace);
    }

    // Where it claims no status of its own there is none to go by, and lines that ask for one do not fit.
    private Either<ProviderFailure, V> unsuccessful(S said, VendorTrace trace) {
        Problem<S> problem = new Problem<>(said.claims().orElse(Problem.NO_STATUS), Optional.empty(), said);
        return known(problem, trace)
                .or(() -> problem.turnedAway() ? Optional.of(Either.left(problem.failure(trace))) : Optional.empty())
                .orElseGet(() -> Either.left(new ProviderFailure.Unintelligible(trace, Oddity.UNKNOWN_CODE)));
    }

    private Optional<Either<ProviderFailure, V>> known(Problem<S> problem, VendorTrace trace) {
        Optional<Either<ProviderFailure, V>> verdict = problem.turnedAway()
                ? Optional.empty()
                : first(verdicts, problem).map(Either::right);
        return verdict.or(() -> first(failures, problem).map(failure -> Either.left(failure.apply(trace))));
    }

    private static <S, M> Optional<M> first(List<Line<S, M>> lines, Problem<S> problem) {
        return lines.stream()
                .filter(line -> line.when().test(problem))
                .findFirst()
                .map(line -> line.meaning().apply(problem));
    }
}

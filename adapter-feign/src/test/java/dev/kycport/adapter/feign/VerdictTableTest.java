package dev.kycport.adapter.feign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.feign.VerdictTable.Line;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.Oddity;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class VerdictTableTest {

    private static final VendorTrace TRACE =
            new VendorTrace(new ProviderId("acme"), Optional.empty(), Optional.empty(), OptionalInt.empty());

    private final VerdictTable<Saying, String> table = new VerdictTable<>(
            List.of(new Line<>(problem -> problem.said().speaksOf(Set.of("wrong code")), problem -> "wrong")),
            List.of(new Line<>(
                    problem -> problem.said().speaksOf(Set.of("quota")), problem -> ProviderFailure.Quota::new)));

    @Test
    void a_verdict_comes_before_a_failure() {
        assertThat(refused(400, "Wrong CODE, and the quota is used up")).isEqualTo(Either.right("wrong"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429})
    void who_is_turned_away_gets_no_verdict(int status) {
        assertThat(refused(status, "wrong code").isLeft()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429})
    void who_is_turned_away_may_be_told_why(int status) {
        assertThat(refused(status, "quota")).isEqualTo(Either.left(new ProviderFailure.Quota(TRACE)));
    }

    @Test
    void an_error_that_no_line_knows_is_what_its_status_says() {
        assertThat(refused(403, "?")).isEqualTo(Either.left(new ProviderFailure.Credentials(TRACE)));
    }

    @Test
    void an_error_under_success_that_no_line_knows_is_unintelligible() {
        Saying odd = new Saying("?", 418);

        assertThat(table.understood(odd, TRACE, () -> Either.right("right")))
                .isEqualTo(Either.left(new ProviderFailure.Unintelligible(TRACE, Oddity.UNKNOWN_CODE)));
    }

    @Test
    void an_error_under_success_counts_as_the_status_it_claims() {
        assertThat(table.understood(new Saying("wrong code", 400), TRACE, () -> Either.right("right")))
                .isEqualTo(Either.right("wrong"));
        assertThat(table.understood(new Saying("wrong code", 403), TRACE, () -> Either.right("right")))
                .isEqualTo(Either.left(new ProviderFailure.Credentials(TRACE)));
        assertThat(table.understood(new Saying("?", 429), TRACE, () -> Either.right("right")))
                .isEqualTo(Either.left(new ProviderFailure.Throttled(TRACE, Optional.empty())));
    }

    @Test
    void an_error_under_success_that_claims_no_status_is_taken_by_its_word() {
        assertThat(table.understood(new Saying("wrong code", 0), TRACE, () -> Either.right("right")))
                .isEqualTo(Either.right("wrong"));
        assertThat(table.understood(new Saying("?", 0), TRACE, () -> Either.right("right")))
                .isEqualTo(Either.left(new ProviderFailure.Unintelligible(TRACE, Oddity.UNKNOWN_CODE)));
    }

    private Either<ProviderFailure, String> refused(int status, String text) {
        return table.refused(new Problem<>(status, Optional.empty(), new Saying(text, status)), TRACE);
    }

    private record Saying(String text, int claimed) implements Words {

        @Override
        public boolean succeeded() {
            return false;
        }

        @Override
        public OptionalInt claims() {
            return claimed == 0 ? OptionalInt.empty() : OptionalInt.of(claimed);
        }

        @Override
        public Optional<String> transaction() {
            return Optional.empty();
        }

        @Override
        public Optional<String> vendorCode() {
            return Optional.empty();
        }
    }
}

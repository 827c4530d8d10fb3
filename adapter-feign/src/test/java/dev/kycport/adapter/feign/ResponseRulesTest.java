package dev.kycport.adapter.feign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.feign.ResponseRules.Rule;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.VendorTrace;
import io.vavr.control.Either;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ResponseRulesTest {

    private static final VendorTrace TRACE =
            new VendorTrace(new ProviderId("acme"), Optional.empty(), Optional.empty(), OptionalInt.empty());

    private final ResponseRules<TestStatus, String> rules = new ResponseRules<>(
            List.of(new Rule<>(
                    errorResponse -> errorResponse.responseStatus().mentions("wrong code"), errorResponse -> "wrong")),
            List.of(new Rule<>(
                    errorResponse -> errorResponse.responseStatus().mentions("quota"),
                    errorResponse -> ProviderFailure::quota)));

    @Test
    void a_verdict_comes_before_a_failure() {
        assertThat(interpretError(400, "Wrong CODE, and the quota is used up")).isEqualTo(Either.right("wrong"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429})
    void a_refused_access_has_no_verdict(int status) {
        assertThat(interpretError(status, "wrong code").isLeft()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429})
    void a_refused_access_may_have_a_documented_reason(int status) {
        assertThat(interpretError(status, "quota")).isEqualTo(Either.left(ProviderFailure.quota(TRACE)));
    }

    @Test
    void an_error_without_a_rule_is_the_failure_of_its_status() {
        assertThat(interpretError(403, "?")).isEqualTo(Either.left(ProviderFailure.credentials(TRACE)));
    }

    @Test
    void an_error_in_a_2xx_reply_without_a_rule_is_unintelligible() {
        TestStatus odd = new TestStatus("?", 418);

        assertThat(rules.interpretSuccess(odd, TRACE, () -> Either.right("right")))
                .isEqualTo(Either.left(ProviderFailure.unintelligible(TRACE, UnintelligibleReason.UNKNOWN_CODE)));
    }

    @Test
    void an_error_in_a_2xx_reply_counts_as_the_status_in_its_body() {
        assertThat(rules.interpretSuccess(new TestStatus("wrong code", 400), TRACE, () -> Either.right("right")))
                .isEqualTo(Either.right("wrong"));
        assertThat(rules.interpretSuccess(new TestStatus("wrong code", 403), TRACE, () -> Either.right("right")))
                .isEqualTo(Either.left(ProviderFailure.credentials(TRACE)));
        assertThat(rules.interpretSuccess(new TestStatus("?", 429), TRACE, () -> Either.right("right")))
                .isEqualTo(Either.left(ProviderFailure.throttled(TRACE, Optional.empty())));
    }

    @Test
    void an_error_in_a_2xx_reply_without_a_status_is_matched_by_its_words() {
        assertThat(rules.interpretSuccess(new TestStatus("wrong code", 0), TRACE, () -> Either.right("right")))
                .isEqualTo(Either.right("wrong"));
        assertThat(rules.interpretSuccess(new TestStatus("?", 0), TRACE, () -> Either.right("right")))
                .isEqualTo(Either.left(ProviderFailure.unintelligible(TRACE, UnintelligibleReason.UNKNOWN_CODE)));
    }

    private Either<ProviderFailure, String> interpretError(int status, String text) {
        return rules.interpretError(new ErrorResponse<>(status, Optional.empty(), new TestStatus(text, status)), TRACE);
    }

    private record TestStatus(String message, int claimed) implements ResponseStatus {

        boolean mentions(String phrase) {
            return message.toLowerCase(Locale.ROOT).contains(phrase);
        }

        @Override
        public boolean isFromVendor() {
            return true;
        }

        @Override
        public boolean isSuccess() {
            return false;
        }

        @Override
        public OptionalInt claimedHttpStatus() {
            return claimed == 0 ? OptionalInt.empty() : OptionalInt.of(claimed);
        }

        @Override
        public Optional<String> transactionId() {
            return Optional.empty();
        }

        @Override
        public Optional<String> vendorCode() {
            return Optional.empty();
        }
    }
}

package dev.kycport.adapter.feign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.RetryAdvice;
import dev.kycport.domain.failure.VendorTrace;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ErrorResponseTest {

    private static final VendorTrace TRACE = VendorTrace.of(new ProviderId("acme"));

    @Test
    void no_status_of_an_intermediary_proves_that_nothing_was_sent() {
        assertThat(IntStream.range(300, 600).mapToObj(status -> failure(status, false, Optional.empty())))
                .noneMatch(ProviderFailure::provesNothingSent);
    }

    @ParameterizedTest
    @CsvSource({"401", "403", "429", "500", "502", "503", "504", "520", "599", "302"})
    void what_an_intermediary_reports_may_have_been_delivered(int status) {
        assertThat(failure(status, false, Optional.empty()).mayHaveBeenDelivered())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"401,provider.credentials", "403,provider.credentials", "429,provider.throttled", "503,source.down"})
    void the_vendors_own_word_proves_it(int status, String code) {
        ProviderFailure failure = failure(status, true, Optional.empty());

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.provesNothingSent()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "401,provider.credentials",
        "403,provider.blocked",
        "429,provider.throttled",
        "503,provider.unintelligible"
    })
    void a_firewall_is_not_a_question_of_credentials(int status, String code) {
        assertThat(failure(status, false, Optional.empty()).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"503,true", "503,false", "502,false", "429,true", "429,false"})
    void the_retry_after_header_is_the_advice(int status, boolean isFromVendor) {
        assertThat(failure(status, isFromVendor, Optional.of(Duration.ofMinutes(30)))
                        .retryAdvice())
                .isEqualTo(RetryAdvice.after(Duration.ofMinutes(30)));
    }

    private static ProviderFailure failure(int status, boolean isFromVendor, Optional<Duration> retryAfter) {
        return new ErrorResponse<>(status, retryAfter, new TestStatus(isFromVendor)).failureByStatus(TRACE);
    }

    private record TestStatus(boolean isFromVendor) implements ResponseStatus {

        @Override
        public boolean isSuccess() {
            return false;
        }

        @Override
        public OptionalInt claimedHttpStatus() {
            return OptionalInt.empty();
        }

        @Override
        public Optional<String> transactionId() {
            return Optional.empty();
        }

        @Override
        public Optional<String> vendorCode() {
            return Optional.empty();
        }

        @Override
        public String message() {
            return "";
        }
    }
}

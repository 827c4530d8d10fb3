package dev.kycport.adapter.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kycport.domain.ProviderCall;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FakeConfigTest {

    @Test
    void by_default_nothing_is_slow_and_nothing_scripted() {
        assertThat(FakeConfig.defaults().latency()).isZero();
        assertThat(FakeConfig.defaults().outcomes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, captcha.wrong",
        "CONNECT, sorce.down",
        "SEND_CODE, otp.wrong-code",
        "VERIFY_CODE, otp.not-sent.pending",
        "OFFER_AUTHORIZATION, authorization.denied",
        "VERIFY_CODE, otp.locked"
    })
    void an_outcome_that_a_call_cannot_have_is_refused_by_the_name_of_the_call(ProviderCall call, String outcome) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeConfig.defaults().withOutcome(call, outcome))
                .withMessageStartingWith(call.code() + " must be empty or one of ")
                .withMessageContaining("source.down");
    }

    @Test
    void an_empty_outcome_goes_back_to_the_magic_values() {
        FakeConfig scripted = FakeConfig.defaults().withOutcome(ProviderCall.SEND_CODE, "source.down");

        assertThat(scripted.withOutcome(ProviderCall.SEND_CODE, "")).isEqualTo(FakeConfig.defaults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "PT5M1S"})
    void a_latency_out_of_range_is_refused_by_its_name(Duration latency) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeConfig.defaults().withLatency(latency))
                .withMessageStartingWith("latency must be");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000_001})
    void a_memory_out_of_range_is_refused_by_its_name(int references) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeConfig.defaults().withMaxReferences(references))
                .withMessageStartingWith("most-references must be");
    }
}

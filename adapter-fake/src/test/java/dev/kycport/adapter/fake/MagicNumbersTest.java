package dev.kycport.adapter.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.otp.NotSentReason;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.gateway.SendVerdict;
import io.vavr.control.Either;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MagicNumbersTest {

    private final DirectOtpGateway gateway = FakeFixtures.provider().directOtp().orElseThrow();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999941057058",
                "9999 4105 7058",
                "9123456789012346",
                "999900000016",
                "999900000028",
                "999900000037",
                "999900000044",
                "999900000059"
            })
    void the_good_numbers_and_the_virtual_id_get_a_code(String number) {
        assertThat(sent(number).get()).isInstanceOf(SendVerdict.CodeSent.class);
    }

    @Test
    void the_second_has_no_mobile() {
        assertThat(sent("999971658847").get()).isEqualTo(new SendVerdict.CodeNotSent(NotSentReason.MOBILE_NOT_LINKED));
    }

    @Test
    void the_third_has_a_code_pending_of_which_nothing_is_told() {
        assertThat(sent("999933119405").get())
                .isEqualTo(new SendVerdict.CodePending(Optional.empty(), Optional.empty()));
    }

    @Test
    void the_source_of_the_fourth_is_down() {
        assertThat(sent("999955183433").getLeft().kind()).isEqualTo(ProviderFailure.Kind.SOURCE_DOWN);
    }

    @Test
    void sending_to_the_fifth_times_out() {
        assertThat(sent("999990501894").getLeft().kind()).isEqualTo(ProviderFailure.Kind.TIMED_OUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"234567890124", "9000000000000003"})
    void every_other_number_is_unknown(String number) {
        assertThat(sent(number).get()).isEqualTo(new SendVerdict.CodeNotSent(NotSentReason.NUMBER_INVALID));
    }

    @Test
    void virtual_ids_are_accepted() {
        assertThat(gateway.acceptsVirtualIds()).isTrue();
    }

    private Either<ProviderFailure, SendVerdict> sent(String number) {
        return gateway.send(FakeFixtures.proof(ProviderCall.SEND_CODE), FakeFixtures.number(number));
    }
}

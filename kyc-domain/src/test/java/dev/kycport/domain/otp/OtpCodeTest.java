package dev.kycport.domain.otp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.MalformedInput;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.InputRejection;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OtpCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"123456", "000000", "999999"})
    void six_digits_are_a_code(String typed) {
        assertThat(OtpCode.parse(typed).get().reveal()).isEqualTo(typed);
    }

    static Stream<String> separated() {
        return MalformedInput.separated("012345");
    }

    @ParameterizedTest
    @MethodSource("separated")
    void blanks_line_breaks_and_hyphens_are_forgiven(String typed) {
        assertThat(OtpCode.parse(typed).get().reveal()).isEqualTo("012345");
    }

    static Stream<String> nasty() {
        return MalformedInput.around("123456");
    }

    @ParameterizedTest
    @MethodSource("nasty")
    void anything_else_is_refused_without_being_echoed(String typed) {
        InputRejection rejection = (InputRejection) OtpCode.parse(typed).getLeft();

        assertThat(rejection.field()).isEqualTo(InputField.OTP);
        assertThat(typed.isBlank() || !rejection.toString().contains(typed)).isTrue();
    }

    @Test
    void each_mistake_is_told_apart() {
        assertThat(OtpCode.parse("12345a").getLeft().summary()).isEqualTo("otp may hold only the digits 0-9");
        assertThat(OtpCode.parse("12345").getLeft().summary()).isEqualTo("otp must be 6 digits");
        assertThat(OtpCode.parse("").getLeft().summary()).isEqualTo("otp must be 6 digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345/", "12345:"})
    void the_neighbours_of_the_digits_are_no_digits(String typed) {
        assertThat(OtpCode.parse(typed).isLeft()).isTrue();
    }
}

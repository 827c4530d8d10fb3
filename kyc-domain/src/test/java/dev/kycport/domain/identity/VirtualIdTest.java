package dev.kycport.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.MalformedInput;
import dev.kycport.domain.TestValues;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.InputRejection;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VirtualIdTest {

    @Test
    void plain_and_grouped_digits_are_the_same_id() {
        VirtualId plain = VirtualId.parse(TestValues.VID).get();

        assertThat(VirtualId.parse("9171 2345 6789 0125").get()).isEqualTo(plain);
        assertThat(plain.reveal()).isEqualTo(TestValues.VID);
    }

    @Test
    void it_may_start_with_any_digit() {
        assertThat(Stream.iterate(0, last -> last < 10, last -> last + 1)
                        .map(last -> "000000000000001" + last)
                        .filter(digits -> VirtualId.parse(digits).isRight()))
                .hasSize(1);
    }

    static Stream<String> separated() {
        return MalformedInput.separated(TestValues.VID);
    }

    @ParameterizedTest
    @MethodSource("separated")
    void blanks_line_breaks_and_hyphens_are_forgiven(String typed) {
        assertThat(VirtualId.parse(typed).get().reveal()).isEqualTo(TestValues.VID);
    }

    static Stream<String> nasty() {
        return MalformedInput.around(TestValues.VID);
    }

    @ParameterizedTest
    @MethodSource("nasty")
    void anything_else_is_refused_without_being_echoed(String typed) {
        InputRejection rejection = (InputRejection) VirtualId.parse(typed).getLeft();

        assertThat(rejection.field()).isEqualTo(InputField.VID);
        assertThat(typed.isBlank() || !rejection.toString().contains(typed)).isTrue();
    }

    @Test
    void a_wrong_check_digit_is_refused() {
        assertThat(VirtualId.parse("9171234567890126").getLeft().summary())
                .isEqualTo("vid fails its check digit: one digit is wrong or two are swapped");
    }

    @Test
    void it_shows_its_last_four_digits_only() {
        VirtualId vid = VirtualId.parse(TestValues.VID).get();

        assertThat(vid).hasToString("XXXX XXXX XXXX 0125");
        assertThat(vid.masked()).isEqualTo(new MaskedNumber("0125", 4));
    }

    @Test
    void it_is_told_from_an_aadhaar_number() {
        IdentityNumber vid = VirtualId.parse(TestValues.VID).get();

        assertThat(vid.<String>match(aadhaar -> "aadhaar", id -> "vid")).isEqualTo("vid");
    }
}

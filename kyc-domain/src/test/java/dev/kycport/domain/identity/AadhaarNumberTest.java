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
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AadhaarNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"999941057058", "999971658847", "999933119405", "999955183433", "999990501894"})
    void the_public_test_numbers_are_numbers(String digits) {
        AadhaarNumber number = AadhaarNumber.parse(digits).get();

        assertThat(number.reveal()).isEqualTo(digits);
    }

    @Test
    void groups_of_four_are_the_same_number() {
        assertThat(AadhaarNumber.parse("9999 4105 7058")).isEqualTo(AadhaarNumber.parse("999941057058"));
    }

    static Stream<String> separated() {
        return Stream.concat(
                MalformedInput.separated(TestValues.AADHAAR),
                Stream.of("9999 41057058", "99994105 7058", "9999-4105-7058", "999 9410 57058"));
    }

    @ParameterizedTest
    @MethodSource("separated")
    void blanks_line_breaks_and_hyphens_are_forgiven(String typed) {
        assertThat(AadhaarNumber.parse(typed).get().reveal()).isEqualTo(TestValues.AADHAAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999 4105 7058 7058 7058", "9999 4105 7059", "9999-4105-705", "9999 4105 70588"})
    void wrong_digits_are_not_forgiven(String typed) {
        assertThat(((InputRejection) AadhaarNumber.parse(typed).getLeft()).field())
                .isEqualTo(InputField.AADHAAR);
    }

    static Stream<String> nasty() {
        return MalformedInput.around(TestValues.AADHAAR);
    }

    @ParameterizedTest
    @MethodSource("nasty")
    void anything_else_is_refused_without_being_echoed(String typed) {
        InputRejection rejection = (InputRejection) AadhaarNumber.parse(typed).getLeft();

        assertThat(rejection.code()).isEqualTo("input.invalid");
        assertThat(rejection.summary()).isEqualTo("aadhaar " + rejection.reason());
        assertThat(typed.isBlank() || !rejection.toString().contains(typed)).isTrue();
    }

    @Test
    void each_mistake_is_told_apart() {
        assertThat(reason("")).isEqualTo("must not be empty");
        assertThat(reason("99994105705a")).isEqualTo("may hold only the digits 0-9");
        assertThat(reason("99994105705")).isEqualTo("must be 12 digits");
        assertThat(reason("199941057058")).isEqualTo("must start with a digit from 2 to 9");
        assertThat(reason("999941057059")).isEqualTo("fails its check digit: one digit is wrong or two are swapped");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void no_number_starts_with_zero_or_one(int first) {
        boolean none = digitsThatCheck(first).allMatch(digits -> reason(digits).startsWith("must start with"));

        assertThat(none).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9})
    void numbers_start_with_every_other_digit(int first) {
        assertThat(digitsThatCheck(first))
                .anyMatch(digits -> AadhaarNumber.parse(digits).isRight());
    }

    @Test
    void it_shows_its_last_four_digits_only() {
        AadhaarNumber number = AadhaarNumber.parse(TestValues.AADHAAR).get();

        assertThat(number).hasToString("XXXX XXXX 7058");
        assertThat(number.masked()).isEqualTo(new MaskedNumber("7058", 3));
    }

    @Test
    void it_is_told_from_a_virtual_id() {
        IdentityNumber number = AadhaarNumber.parse(TestValues.AADHAAR).get();

        assertThat(number.<String>match(aadhaar -> "aadhaar", vid -> "vid")).isEqualTo("aadhaar");
    }

    private static Stream<String> digitsThatCheck(int first) {
        return Stream.iterate(0, last -> last < 10, last -> last + 1)
                .map(last -> first + "9994105705" + last)
                .filter(Verhoeff::isValid);
    }

    private static String reason(String typed) {
        return ((InputRejection) AadhaarNumber.parse(typed).getLeft()).reason();
    }
}

package dev.kycport.adapter.feign.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.identity.Gender;
import dev.kycport.domain.identity.MaskedNumber;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class IdentityFieldParsersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "null null",
                "NULL",
                "NA",
                "N/A",
                "n.a.",
                "-",
                "--",
                ".",
                " ",
                "undefined",
                "xxxx",
                "999941057058"
            })
    void a_placeholder_is_no_name(String text) {
        assertThat(IdentityFieldParsers.parseName(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kavin",
                "Nadia",
                "Na Young",
                "Null Kumar",
                "\u0905\u0936\u093e \u0930\u093e\u0935",
                "A. P. J. Rao"
            })
    void a_name_may_have_one_word_and_any_script(String text) {
        assertThat(IdentityFieldParsers.parseName(" " + text + " ")).hasValue(text);
    }

    @ParameterizedTest
    @CsvSource({"M,MALE", "f,FEMALE", "T,TRANSGENDER", "MALE,MALE", "Female,FEMALE", "O,TRANSGENDER"})
    void a_gender_comes_as_letter_or_word(String text, Gender gender) {
        assertThat(IdentityFieldParsers.parseGender(text)).hasValue(gender);
    }

    @Test
    void an_unknown_gender_is_none() {
        assertThat(IdentityFieldParsers.parseGender("X")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xxxx-xxxx-0019", "XXXX XXXX 0019", "xxxxxxxx0019", "0019", "999999990019"})
    void of_a_number_the_last_four_digits_are_kept(String text) {
        assertThat(IdentityFieldParsers.parseMaskedAadhaar(text)).hasValue(MaskedNumber.ofAadhaar("0019"));
    }

    @Test
    void a_mask_without_digits_shows_nothing() {
        assertThat(IdentityFieldParsers.parseMaskedAadhaar("xxxx-xxxx-xxxx")).isEqualTo(Optional.empty());
    }
}

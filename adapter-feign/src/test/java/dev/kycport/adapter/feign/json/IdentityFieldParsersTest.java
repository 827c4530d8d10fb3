package dev.kycport.adapter.feign.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.identity.BirthDate;
import dev.kycport.domain.identity.Gender;
import dev.kycport.domain.identity.MaskedNumber;
import java.time.LocalDate;
import java.time.Year;
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
    @ValueSource(strings = {"29-02-2000", "29/02/2000", "29022000", "2000-02-29"})
    void all_four_forms_of_a_date_are_the_same_day(String text) {
        assertThat(IdentityFieldParsers.parseBirthDate(text)).hasValue(BirthDate.ofDate(LocalDate.of(2000, 2, 29)));
    }

    @Test
    void a_year_alone_is_all_that_is_known() {
        assertThat(IdentityFieldParsers.parseBirthDate("1955")).hasValue(BirthDate.ofYear(Year.of(1955)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"29-02-1999", "00-01-1990", "2000-13-01", "1-2-1990", "01.02.1990", "19", "0990", "?"})
    void what_is_no_day_is_no_date(String text) {
        assertThat(IdentityFieldParsers.parseBirthDate(text)).isEmpty();
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

package dev.kycport.adapter.feign.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.identity.BirthDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class BirthDateFormTest {

    private static final Instant NOW = Instant.parse("2026-01-15T20:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"29-02-2000", "29/02/2000", "29022000", "2000-02-29", "20000229", " 29-02-2000 "})
    void every_form_of_a_date_is_the_same_day_at_every_endpoint(String text) {
        for (BirthDateForm documented : BirthDateForm.values()) {
            assertThat(documented.parse(text, NOW)).hasValue(BirthDate.ofDate(LocalDate.of(2000, 2, 29)));
        }
    }

    @Test
    void a_year_alone_is_all_that_is_known() {
        assertThat(BirthDateForm.DAY_FIRST.parse("1955", NOW)).hasValue(BirthDate.ofYear(Year.of(1955)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "29-02-1999",
                "00-01-1990",
                "2000-13-01",
                "1-2-1990",
                "01.02.1990",
                "19",
                "0990",
                "?",
                "",
                "01-02-90"
            })
    void what_is_no_day_is_no_date(String text) {
        assertThat(BirthDateForm.DAY_FIRST.parse(text, NOW)).isEmpty();
    }

    @Test
    void a_number_gets_its_leading_zero_back() {
        assertThat(BirthDateForm.DAY_FIRST_COMPACT.parse("1021990", NOW))
                .hasValue(BirthDate.ofDate(LocalDate.of(1990, 2, 1)));
    }

    @ParameterizedTest
    @CsvSource({"20021203,2002-12-03", "03122002,2002-12-03", "19011990,1990-01-19", "20121990,1990-12-20"})
    void eight_digits_are_read_in_the_one_order_that_gives_a_date_of_birth(String text, LocalDate date) {
        assertThat(BirthDateForm.DAY_FIRST.parse(text, NOW)).hasValue(BirthDate.ofDate(date));
        assertThat(BirthDateForm.YEAR_FIRST_COMPACT.parse(text, NOW)).hasValue(BirthDate.ofDate(date));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01",
                "01-01-0001",
                "00010101",
                "1",
                "0000",
                "1895-06-01",
                "1895",
                "1203",
                "2027",
                "2026-01-17",
                "9999-12-31",
                "2126-01-01"
            })
    void a_date_in_the_future_or_beyond_any_age_is_none(String text) {
        assertThat(BirthDateForm.YEAR_FIRST.parse(text, NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-16", "1902-01-01", "2026", "1901"})
    void today_in_india_and_a_very_old_age_are_possible(String text) {
        assertThat(BirthDateForm.YEAR_FIRST.parse(text, NOW)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1990-01-31T18:30:00.000Z",
                "1990-02-01T00:00:00+05:30",
                "1990-02-01T00:00:00Z",
                "1990-02-01T00:00:00",
                "1990-02-01 00:00:00.0",
                "01-02-1990 00:00"
            })
    void an_instant_is_the_day_of_its_midnight_in_india(String text) {
        assertThat(BirthDateForm.YEAR_FIRST.parse(text, NOW)).hasValue(BirthDate.ofDate(LocalDate.of(1990, 2, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990-01-31T17:30:00Z", "1990-01-31T12:00:00", "1990-02-01T10:00:00+05:30"})
    void another_time_of_day_is_no_date(String text) {
        assertThat(BirthDateForm.YEAR_FIRST.parse(text, NOW)).isEmpty();
    }
}

package dev.kycport.adapter.feign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class RetryAfterHeaderTest {

    private static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");

    @Test
    void seconds_are_a_wait() {
        assertThat(RetryAfterHeader.parse(" 120 ", NOW)).hasValue(Duration.ofMinutes(2));
        assertThat(RetryAfterHeader.parse("0", NOW)).hasValue(Duration.ZERO);
    }

    @Test
    void a_date_is_the_wait_until_then() {
        assertThat(RetryAfterHeader.parse("Thu, 15 Jan 2026 10:00:45 GMT", NOW)).hasValue(Duration.ofSeconds(45));
    }

    @Test
    void a_date_that_has_passed_is_no_wait() {
        assertThat(RetryAfterHeader.parse("Thu, 15 Jan 2026 09:00:00 GMT", NOW)).hasValue(Duration.ZERO);
    }

    @Test
    void nobody_waits_longer_than_a_day() {
        assertThat(RetryAfterHeader.parse("999999999", NOW)).hasValue(Duration.ofDays(1));
        assertThat(RetryAfterHeader.parse("Fri, 15 Jan 2100 10:00:00 GMT", NOW)).hasValue(Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "soon", "1.5", "99999999999999999999", "2026-01-15T10:00:45Z"})
    void anything_else_tells_nothing(String header) {
        assertThat(RetryAfterHeader.parse(header, NOW)).isEmpty();
    }
}

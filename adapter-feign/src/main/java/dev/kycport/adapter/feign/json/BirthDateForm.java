package dev.kycport.adapter.feign.json;

import dev.kycport.domain.identity.BirthDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The forms in which Indian vendors write a date of birth. An endpoint names its documented form, which is tried first;
 * a date that cannot be a date of birth is not accepted in any form.
 */
public enum BirthDateForm {
    /** {@code 01-02-1990}. */
    DAY_FIRST("\\d{2}-\\d{2}-\\d{4}", "dd-MM-uuuu"),
    /** {@code 01/02/1990}. */
    DAY_FIRST_WITH_SLASHES("\\d{2}/\\d{2}/\\d{4}", "dd/MM/uuuu"),
    /** {@code 01021990}; as a number it loses its leading zero. */
    DAY_FIRST_COMPACT("\\d{8}", "ddMMuuuu"),
    /** {@code 1990-02-01}. */
    YEAR_FIRST("\\d{4}-\\d{2}-\\d{2}", "uuuu-MM-dd"),
    /** {@code 19900201}. */
    YEAR_FIRST_COMPACT("\\d{8}", "uuuuMMdd");

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern SEVEN_DIGITS = Pattern.compile("\\d{7}");
    private static final Pattern MIDNIGHT = Pattern.compile("(.{8,10})[T ]00:00(:00(\\.0+)?)?Z?");

    private final Pattern pattern;
    private final DateTimeFormatter formatter;

    BirthDateForm(String pattern, String format) {
        this.pattern = Pattern.compile(pattern);
        this.formatter = DateTimeFormatter.ofPattern(format, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Parses a date in this form, else in another one, or a year alone; empty if no form gives a plausible date. */
    public Optional<BirthDate> parse(String text, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, INDIA);
        return candidates(text.strip()).filter(date -> date.isPlausible(today)).findFirst();
    }

    private Stream<BirthDate> candidates(String text) {
        if (YEAR.matcher(text).matches()) {
            return Stream.of(BirthDate.ofYear(Year.parse(text)));
        }
        String date = SEVEN_DIGITS.matcher(text).matches() ? "0" + text : withoutMidnight(text);
        return Stream.concat(Stream.of(this), Arrays.stream(values()))
                .flatMap(form -> form.date(date).stream())
                .map(BirthDate::ofDate);
    }

    private Optional<LocalDate> date(String text) {
        try {
            return pattern.matcher(text).matches() ? Optional.of(LocalDate.parse(text, formatter)) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    // A date that was converted to an instant is midnight in India, which is the evening before in UTC.
    private static String withoutMidnight(String text) {
        Matcher midnight = MIDNIGHT.matcher(text);
        if (midnight.matches()) {
            return midnight.group(1);
        }
        try {
            OffsetDateTime instant = OffsetDateTime.parse(text);
            return Stream.of(instant, instant.atZoneSameInstant(INDIA).toOffsetDateTime())
                    .filter(local -> local.toLocalTime().equals(LocalTime.MIDNIGHT))
                    .map(local -> local.toLocalDate().toString())
                    .findFirst()
                    .orElse(text);
        } catch (DateTimeException notAnInstant) {
            return text;
        }
    }
}

package dev.kycport.adapter.uidai.internal.document;

import dev.kycport.domain.identity.BirthDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fields that every kind of document has, in the forms that UIDAI writes them. Anything else is empty. */
public final class FieldParser {

    private static final ZoneOffset INDIA = ZoneOffset.ofHoursMinutes(5, 30);
    private static final int LAST_FOUR = 4;
    private static final Pattern REFERENCE = Pattern.compile("[0-9]{21}");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern MASKED_NUMBER = Pattern.compile("[xX*]{8}([0-9]{4})");
    private static final DateTimeFormatter REFERENCE_TIME = strict("uuuuMMddHHmmssSSS");
    private static final List<DateTimeFormatter> DATES =
            List.of(strict("dd-MM-uuuu"), strict("dd/MM/uuuu"), strict("uuuu-MM-dd"));

    private FieldParser() {}

    /** The time in a reference id: after the last four digits, to the millisecond, in Indian time. */
    public static Optional<Instant> referenceTime(String reference) {
        return REFERENCE.matcher(reference).matches()
                ? dateTime(reference.substring(LAST_FOUR), REFERENCE_TIME)
                : Optional.empty();
    }

    /** The last four digits of the Aadhaar number, with which a reference id begins. */
    public static String lastFour(String reference) {
        return reference.substring(0, LAST_FOUR);
    }

    /** The last digit of the Aadhaar number. */
    public static int lastDigit(String lastFour) {
        return lastFour.charAt(LAST_FOUR - 1) - '0';
    }

    /** The last four digits of a number such as {@code xxxxxxxx1234}. */
    public static Optional<String> lastFourOfMasked(String number) {
        var matcher = MASKED_NUMBER.matcher(number);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** ISO 8601, with an offset or in Indian time. */
    public static Optional<Instant> isoTime(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException withoutOffset) {
            return dateTime(text, DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        }
    }

    /** A day in one of UIDAI's forms, or a year alone. */
    public static Optional<BirthDate> birthDate(String text) {
        if (YEAR.matcher(text).matches()) {
            return Optional.of(BirthDate.ofYear(Year.parse(text)));
        }
        return DATES.stream()
                .flatMap(format -> date(text, format).stream())
                .findFirst()
                .map(BirthDate::ofDate);
    }

    private static Optional<LocalDate> date(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(text, format));
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> dateTime(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDateTime.parse(text, format).toInstant(INDIA));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}

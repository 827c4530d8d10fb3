package dev.kycport.domain.identity;

import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;

/**
 * When somebody was born; for many residents UIDAI knows the year only.
 *
 * @param year always known
 * @param date the whole date, where it is known
 */
public record BirthDate(Year year, Optional<LocalDate> date) {

    public BirthDate {
        if (date.isPresent() && date.get().getYear() != year.getValue()) {
            throw new IllegalArgumentException("the date must lie in the year");
        }
    }

    /** Born on this day. */
    public static BirthDate ofDate(LocalDate date) {
        return new BirthDate(Year.of(date.getYear()), Optional.of(date));
    }

    /** Born in this year, the day unknown. */
    public static BirthDate ofYear(Year year) {
        return new BirthDate(year, Optional.empty());
    }

    /** ISO 8601: {@code 1990-02-01}, or {@code 1990} where only the year is known. */
    public String iso() {
        return date.map(LocalDate::toString).orElseGet(year::toString);
    }

    @Override
    public String toString() {
        return "BirthDate[hidden]";
    }
}

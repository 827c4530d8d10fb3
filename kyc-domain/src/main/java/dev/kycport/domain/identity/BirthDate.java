package dev.kycport.domain.identity;

import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;

/**
 * A date of birth. For many residents UIDAI has the year only.
 *
 * @param year always known
 * @param date the full date, if it is known
 */
public record BirthDate(Year year, Optional<LocalDate> date) {

    /** The oldest person on record reached 122. */
    private static final int MAX_AGE = 125;

    public BirthDate {
        if (date.isPresent() && date.get().getYear() != year.getValue()) {
            throw new IllegalArgumentException("the date must lie in the year");
        }
    }

    /** The full date is known. */
    public static BirthDate ofDate(LocalDate date) {
        return new BirthDate(Year.of(date.getYear()), Optional.of(date));
    }

    /** Only the year is known. */
    public static BirthDate ofYear(Year year) {
        return new BirthDate(year, Optional.empty());
    }

    /** Whether somebody alive on this day can be born then: not in the future, and at most 125 years before. */
    public boolean isPlausible(LocalDate today) {
        int age = today.getYear() - year.getValue();
        return age >= 0 && age <= MAX_AGE && date.filter(today::isBefore).isEmpty();
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

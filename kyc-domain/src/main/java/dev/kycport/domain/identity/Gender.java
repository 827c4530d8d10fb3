package dev.kycport.domain.identity;

import java.util.Arrays;
import java.util.Optional;

/** The genders that UIDAI records, by letter. */
public enum Gender {
    FEMALE("F"),
    MALE("M"),
    TRANSGENDER("T");

    private final String letter;

    Gender(String letter) {
        this.letter = letter;
    }

    /** UIDAI's letter. */
    public String letter() {
        return letter;
    }

    /** The gender with this letter, or nothing. */
    public static Optional<Gender> fromLetter(String letter) {
        return Arrays.stream(values())
                .filter(gender -> gender.letter.equals(letter))
                .findFirst();
    }
}

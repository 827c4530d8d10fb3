package dev.kycport.domain.identity;

import java.util.regex.Pattern;

/**
 * The part of an identity number that may be shown (UIDAI's masked Aadhaar): its last four digits.
 *
 * @param lastFour four digits
 * @param groups how many groups of four the whole number has: 3 for an Aadhaar number, 4 for a virtual id
 */
public record MaskedNumber(String lastFour, int groups) {

    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");

    public MaskedNumber {
        if (!FOUR_DIGITS.matcher(lastFour).matches()) {
            throw new IllegalArgumentException("a masked number shows four digits");
        }
        if (groups != 3 && groups != 4) {
            throw new IllegalArgumentException("an Aadhaar number has three groups of four digits, a virtual id four");
        }
    }

    /** The masked form of an Aadhaar number. */
    public static MaskedNumber ofAadhaar(String lastFour) {
        return new MaskedNumber(lastFour, 3);
    }

    /** The masked form of a virtual id. */
    public static MaskedNumber ofVirtualId(String lastFour) {
        return new MaskedNumber(lastFour, 4);
    }

    /** Such as {@code XXXX XXXX 1234}. */
    @Override
    public String toString() {
        return "XXXX ".repeat(groups - 1) + lastFour;
    }
}

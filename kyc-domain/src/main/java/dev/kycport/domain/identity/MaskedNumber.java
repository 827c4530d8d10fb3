package dev.kycport.domain.identity;

import java.util.regex.Pattern;

/**
 * What may be shown of an identity number (UIDAI's masked Aadhaar): its last four digits.
 *
 * @param lastFour four digits
 * @param groups how many groups of four the whole number has
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

    /** The mask of an Aadhaar number that ends so. */
    public static MaskedNumber ofAadhaar(String lastFour) {
        return new MaskedNumber(lastFour, 3);
    }

    /** The mask of a virtual id that ends so. */
    public static MaskedNumber ofVirtualId(String lastFour) {
        return new MaskedNumber(lastFour, 4);
    }

    /** Such as {@code XXXX XXXX 1234}. */
    @Override
    public String toString() {
        return "XXXX ".repeat(groups - 1) + lastFour;
    }
}

package dev.kycport.adapter.fake;

import dev.kycport.domain.identity.IdentityNumber;
import java.util.Arrays;
import java.util.Set;

/** What comes of sending to a number: UIDAI's public test numbers each have their own outcome. */
enum MagicNumber {
    /** UIDAI's first test number, an invented virtual id of it, and five invented numbers for several people at once. */
    SENT(
            "999941057058",
            "9123456789012346",
            "999900000016",
            "999900000028",
            "999900000037",
            "999900000044",
            "999900000059"),
    MOBILE_NOT_LINKED("999971658847"),
    PENDING("999933119405"),
    SOURCE_DOWN("999955183433"),
    TIMED_OUT("999990501894"),
    /** Every other number. */
    UNKNOWN;

    private final Set<String> digits;

    MagicNumber(String... digits) {
        this.digits = Set.of(digits);
    }

    static MagicNumber of(IdentityNumber number) {
        return Arrays.stream(values())
                .filter(magic -> magic.digits.contains(number.reveal()))
                .findFirst()
                .orElse(UNKNOWN);
    }
}

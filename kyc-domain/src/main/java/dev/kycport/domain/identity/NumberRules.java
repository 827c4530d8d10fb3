package dev.kycport.domain.identity;

import dev.kycport.domain.failure.Field;
import dev.kycport.domain.failure.InputRejection;
import io.vavr.control.Either;
import java.util.Set;

/**
 * Which twelve digits count as an Aadhaar number. Some vendors' sandbox numbers fail the check digit (655675523712,
 * 999999990001), so a development profile may list them; a production profile never does.
 *
 * @param sandbox digits that are accepted although they break the rules
 */
public record NumberRules(Set<String> sandbox) {

    /** UIDAI's rules and no exception. */
    public static final NumberRules STRICT = new NumberRules(Set.of());

    public NumberRules {
        sandbox = Set.copyOf(sandbox);
    }

    /** How many numbers are excepted: the numbers themselves are nobody's business. */
    @Override
    public String toString() {
        return "NumberRules[" + sandbox.size() + " sandbox numbers]";
    }

    Either<InputRejection, String> check(Field field, String digits) {
        if (sandbox.contains(digits)) {
            return Either.right(digits);
        }
        return digits.charAt(0) < '2'
                ? Either.left(field.because("must start with a digit from 2 to 9"))
                : checked(field, digits);
    }

    static Either<InputRejection, String> checked(Field field, String digits) {
        return Verhoeff.checks(digits)
                ? Either.right(digits)
                : Either.left(field.because("fails its check digit: one digit is wrong or two are swapped"));
    }
}

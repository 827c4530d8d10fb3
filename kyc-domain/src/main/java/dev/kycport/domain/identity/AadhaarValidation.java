package dev.kycport.domain.identity;

import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.util.Set;

/**
 * The rules for an Aadhaar number. Some vendors' sandbox numbers have a wrong check digit (655675523712, 999999990001),
 * so a development profile may list them; a production profile never does.
 *
 * @param sandboxNumbers digits that are accepted although they break the rules
 */
public record AadhaarValidation(Set<String> sandboxNumbers) {

    /** UIDAI's rules without exceptions. */
    public static final AadhaarValidation STRICT = new AadhaarValidation(Set.of());

    public AadhaarValidation {
        sandboxNumbers = Set.copyOf(sandboxNumbers);
    }

    /** Prints only how many numbers are excepted. */
    @Override
    public String toString() {
        return "AadhaarValidation[" + sandboxNumbers.size() + " sandbox numbers]";
    }

    Either<KycFailure, String> validate(InputField inputField, String digits) {
        if (sandboxNumbers.contains(digits)) {
            return Either.right(digits);
        }
        return digits.charAt(0) < '2'
                ? Either.left(inputField.reject("must start with a digit from 2 to 9"))
                : validateCheckDigit(inputField, digits);
    }

    static Either<KycFailure, String> validateCheckDigit(InputField inputField, String digits) {
        return Verhoeff.isValid(digits)
                ? Either.right(digits)
                : Either.left(inputField.reject("fails its check digit: one digit is wrong or two are swapped"));
    }
}

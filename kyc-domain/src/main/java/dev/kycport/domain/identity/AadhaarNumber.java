package dev.kycport.domain.identity;

import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The number that UIDAI issues to a resident: 12 digits, the first 2 to 9, the last a Verhoeff check digit. Never
 * stored.
 */
public final class AadhaarNumber extends IdentityNumber {

    static final int DIGITS = 12;

    private AadhaarNumber(String digits) {
        super(digits);
    }

    /** The number that a person typed, by UIDAI's rules without exceptions; Left {@code input.invalid}. */
    public static Either<KycFailure, AadhaarNumber> parse(@Nullable String typed) {
        return parse(typed, AadhaarValidation.STRICT);
    }

    /** The number a person typed: 12 digits, with blanks, line breaks and hyphens anywhere. */
    public static Either<KycFailure, AadhaarNumber> parse(@Nullable String typed, AadhaarValidation rules) {
        return parseDigits(InputField.AADHAAR, typed, DIGITS)
                .flatMap(digits -> rules.validate(InputField.AADHAAR, digits))
                .map(AadhaarNumber::new);
    }

    @Override
    public MaskedNumber masked() {
        return MaskedNumber.ofAadhaar(lastFour());
    }

    @Override
    public <R> R match(Function<AadhaarNumber, R> aadhaar, Function<VirtualId, R> vid) {
        return aadhaar.apply(this);
    }
}

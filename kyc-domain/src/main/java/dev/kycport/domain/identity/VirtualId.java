package dev.kycport.domain.identity;

import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A temporary, revocable replacement for an Aadhaar number: 16 digits, the last a Verhoeff check digit. Never stored.
 */
public final class VirtualId extends IdentityNumber {

    private static final int DIGITS = 16;

    private VirtualId(String digits) {
        super(digits);
    }

    /** The virtual id a person typed: 16 digits, with blanks, line breaks and hyphens anywhere. */
    public static Either<KycFailure, VirtualId> parse(@Nullable String typed) {
        return parse(InputField.VID, typed);
    }

    static Either<KycFailure, VirtualId> parse(InputField field, @Nullable String typed) {
        return parseDigits(field, typed, DIGITS)
                .flatMap(digits -> AadhaarValidation.validateCheckDigit(field, digits))
                .map(VirtualId::new);
    }

    @Override
    public MaskedNumber masked() {
        return MaskedNumber.ofVirtualId(lastFour());
    }

    @Override
    public <R> R match(Function<AadhaarNumber, R> aadhaar, Function<VirtualId, R> vid) {
        return vid.apply(this);
    }
}

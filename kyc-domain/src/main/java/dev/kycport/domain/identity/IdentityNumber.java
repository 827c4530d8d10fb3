package dev.kycport.domain.identity;

import dev.kycport.domain.Secret;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A number by which UIDAI identifies a resident: an Aadhaar number, or a virtual id in its place. */
public abstract sealed class IdentityNumber extends Secret permits AadhaarNumber, VirtualId {

    IdentityNumber(String digits) {
        super(digits);
    }

    /**
     * The number that a person typed: a virtual id if it is longer than an Aadhaar number, otherwise an Aadhaar number.
     */
    public static Either<KycFailure, IdentityNumber> parseNumber(@Nullable String typed, AadhaarValidation rules) {
        return typed != null && typed.length() > AadhaarNumber.MAX_TYPED_LENGTH
                ? VirtualId.parse(typed).map(Function.identity())
                : AadhaarNumber.parse(typed, rules).map(Function.identity());
    }

    /** The masked form that may be shown. */
    public abstract MaskedNumber masked();

    /** Applies the function for its kind. */
    public abstract <R> R match(Function<AadhaarNumber, R> aadhaar, Function<VirtualId, R> vid);

    /** The masked form: the last four digits. */
    @Override
    public final String toString() {
        return masked().toString();
    }
}

package dev.kycport.domain.identity;

import dev.kycport.domain.Secret;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A number by which UIDAI knows a resident: their Aadhaar number or a virtual id that stands for it. */
public abstract sealed class IdentityNumber extends Secret permits AadhaarNumber, VirtualId {

    IdentityNumber(String digits) {
        super(digits);
    }

    /** The number that a person typed: a virtual id if it has more digits than an Aadhaar number, else an Aadhaar number. */
    public static Either<KycFailure, IdentityNumber> parseNumber(@Nullable String typed, AadhaarValidation rules) {
        return typed != null && typed.length() > AadhaarNumber.MAX_TYPED_LENGTH
                ? VirtualId.parse(typed).map(Function.identity())
                : AadhaarNumber.parse(typed, rules).map(Function.identity());
    }

    /** What may be shown of it. */
    public abstract MaskedNumber masked();

    /** One of two answers, by the kind of number. */
    public abstract <R> R match(Function<AadhaarNumber, R> aadhaar, Function<VirtualId, R> vid);

    /** The masked form: the last four digits. */
    @Override
    public final String toString() {
        return masked().toString();
    }
}

package dev.kycport.domain.identity;

import dev.kycport.domain.Secret;
import dev.kycport.domain.failure.InputField;
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
     * The number that a person typed: a virtual id if it is longer than an Aadhaar number by more than a typing error, else an
     * Aadhaar number. A rejection names the field {@code aadhaar}, which the host asked for.
     */
    public static Either<KycFailure, IdentityNumber> parseNumber(@Nullable String typed, AadhaarValidation rules) {
        return typed != null && InputField.withoutSeparators(typed).length() > AadhaarNumber.DIGITS + 2
                ? VirtualId.parse(InputField.AADHAAR, typed).map(Function.identity())
                : AadhaarNumber.parse(typed, rules).map(Function.identity());
    }

    static Either<KycFailure, String> parseDigits(InputField field, @Nullable String typed, int digits) {
        return typed == null || typed.isEmpty()
                ? Either.left(field.reject("must not be empty"))
                : field.parseDigits(typed, digits);
    }

    /** What may be shown of it. */
    public abstract MaskedNumber masked();

    /** Applies the function for its kind. */
    public abstract <R> R match(Function<AadhaarNumber, R> aadhaar, Function<VirtualId, R> vid);

    /** The masked form: the last four digits. */
    @Override
    public final String toString() {
        return masked().toString();
    }
}

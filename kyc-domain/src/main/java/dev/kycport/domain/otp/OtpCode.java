package dev.kycport.domain.otp;

import dev.kycport.domain.Secret;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import org.jspecify.annotations.Nullable;

/** The six digits that UIDAI sends to the person's phone. Never stored. */
public final class OtpCode extends Secret {

    private static final int DIGITS = 6;

    private OtpCode(String digits) {
        super(digits);
    }

    /** The code that a person typed; Left {@code input.invalid}. */
    public static Either<KycFailure, OtpCode> parse(@Nullable String typed) {
        return InputField.OTP.parseDigits(typed, DIGITS).map(OtpCode::new);
    }
}

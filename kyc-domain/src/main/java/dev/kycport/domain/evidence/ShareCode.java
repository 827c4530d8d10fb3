package dev.kycport.domain.evidence;

import dev.kycport.domain.Secret;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import org.jspecify.annotations.Nullable;

/** The password that the person chose for their offline e-KYC archive; UIDAI asks for four characters. Never stored. */
public final class ShareCode extends Secret {

    private static final int MAX_LENGTH = 32;

    private ShareCode(String characters) {
        super(characters);
    }

    /** The code that a person typed, without blanks around it; Left {@code input.invalid}. */
    public static Either<KycFailure, ShareCode> parse(@Nullable String typed) {
        return InputField.SHARE_CODE
                .parseText(typed == null ? null : typed.strip(), MAX_LENGTH)
                .map(ShareCode::new);
    }
}

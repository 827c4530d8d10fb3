package dev.kycport.domain.digilocker;

import dev.kycport.domain.Secret;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import org.jspecify.annotations.Nullable;

/** The one-time code with which DigiLocker sends the person back (OAuth 2.0, section 4.1.2). Never stored. */
public final class AuthorizationCode extends Secret {

    private static final int MAX_LENGTH = 2048;

    private AuthorizationCode(String value) {
        super(value);
    }

    /** The code from a return; Left {@code input.invalid}. */
    public static Either<KycFailure, AuthorizationCode> parse(@Nullable String text) {
        return InputField.AUTHORIZATION_CODE.parseText(text, MAX_LENGTH).map(AuthorizationCode::new);
    }
}

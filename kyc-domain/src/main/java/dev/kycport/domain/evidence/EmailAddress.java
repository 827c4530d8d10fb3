package dev.kycport.domain.evidence;

import dev.kycport.domain.Secret;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import org.jspecify.annotations.Nullable;

/** An e-mail address, to be compared with the one that UIDAI hashed into a document. Never stored. */
public final class EmailAddress extends Secret {

    /** RFC 5321, section 4.5.3.1.3, leaves an address 254 characters. */
    private static final int MAX_LENGTH = 254;

    private EmailAddress(String address) {
        super(address);
    }

    /** The address without blanks around it, in the letters' given case; Left {@code input.invalid}. */
    public static Either<KycFailure, EmailAddress> parse(@Nullable String typed) {
        return InputField.EMAIL
                .parseText(typed == null ? null : typed.strip(), MAX_LENGTH)
                .flatMap(EmailAddress::withAt);
    }

    private static Either<KycFailure, EmailAddress> withAt(String address) {
        return address.indexOf('@') > 0
                ? Either.right(new EmailAddress(address))
                : Either.left(InputField.EMAIL.reject("must have the form name@domain"));
    }
}

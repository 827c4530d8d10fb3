package dev.kycport.domain.evidence;

import dev.kycport.domain.Secret;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An Indian mobile number, to be compared with the one that UIDAI hashed into a document. Never stored. */
public final class MobileNumber extends Secret {

    private static final int DIGITS = 10;
    private static final Pattern COUNTRY_CODE = Pattern.compile("^\\+91");

    private MobileNumber(String digits) {
        super(digits);
    }

    /** Ten digits, with {@code +91} before them or without, and with separators anywhere; Left {@code input.invalid}. */
    public static Either<KycFailure, MobileNumber> parse(@Nullable String typed) {
        String compact = typed == null ? "" : InputField.withoutSeparators(typed);
        return InputField.MOBILE
                .parseDigits(COUNTRY_CODE.matcher(compact).replaceFirst(""), DIGITS)
                .map(MobileNumber::new);
    }
}

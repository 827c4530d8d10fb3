package dev.kycport.domain.captcha;

import dev.kycport.domain.Secret;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import org.jspecify.annotations.Nullable;

/** What the person read in the image: 1 to {@value #MAX_LENGTH} visible ASCII characters without hyphens. Never stored. */
public final class CaptchaAnswer extends Secret {

    /** Known captchas are far shorter. */
    public static final int MAX_LENGTH = 32;

    private CaptchaAnswer(String text) {
        super(text);
    }

    /** The answer that a person typed; Left {@code input.invalid}. */
    public static Either<KycFailure, CaptchaAnswer> parse(@Nullable String typed) {
        return InputField.CAPTCHA
                .parseText(typed == null ? "" : InputField.withoutSeparators(typed), MAX_LENGTH)
                .filterOrElse(
                        text -> text.chars().allMatch(c -> c > ' ' && c < 127),
                        text -> InputField.CAPTCHA.reject(
                                "may hold only letters, digits and signs of ASCII, without spaces"))
                .map(CaptchaAnswer::new);
    }
}

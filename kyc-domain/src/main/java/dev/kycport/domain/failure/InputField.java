package dev.kycport.domain.failure;

import io.vavr.control.Either;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The input fields, by the names that failures use. */
public enum InputField {
    AADHAAR("aadhaar", ResponsibleParty.USER),
    VID("vid", ResponsibleParty.USER),
    OTP("otp", ResponsibleParty.USER),
    CAPTCHA("captcha", ResponsibleParty.USER),
    RETURN_URL("return-url", ResponsibleParty.USER),
    STATE("state", ResponsibleParty.USER),
    AUTHORIZATION_CODE("code", ResponsibleParty.USER),
    SHARE_CODE("share-code", ResponsibleParty.USER),
    MOBILE("mobile", ResponsibleParty.USER),
    EMAIL("email", ResponsibleParty.USER),
    SESSION("session", ResponsibleParty.HOST),
    IDEMPOTENCY_KEY("idempotency-key", ResponsibleParty.HOST),
    FLOW("flow", ResponsibleParty.HOST),
    PROVIDER("provider", ResponsibleParty.HOST),
    SUBJECT("subject", ResponsibleParty.HOST),
    PURPOSE("purpose", ResponsibleParty.HOST),
    NOTICE("notice", ResponsibleParty.HOST),
    DATA_ITEM("data-item", ResponsibleParty.HOST),
    VALIDITY("validity", ResponsibleParty.HOST),
    RECIPIENT("recipient", ResponsibleParty.HOST),
    DOCUMENT("document", ResponsibleParty.HOST),
    REDIRECT_URL("redirect-url", ResponsibleParty.HOST),
    REASON("reason", ResponsibleParty.HOST);

    private static final String EMPTY = "must not be empty";

    private static final Pattern SEPARATORS =
            Pattern.compile("[\\s\\p{Z}\\p{Pd}\\x{85}\\x{AD}\\x{200B}-\\x{200D}\\x{2060}\\x{2212}\\x{FEFF}]");

    private final String code;
    private final ResponsibleParty filledBy;

    InputField(String code, ResponsibleParty filledBy) {
        this.code = code;
        this.filledBy = filledBy;
    }

    /** The name used in reports. */
    public String code() {
        return code;
    }

    /** Who filled it in, and so can correct it. */
    public ResponsibleParty filledBy() {
        return filledBy;
    }

    /** The rejection of this field's value. */
    public InputRejection reject(String reason) {
        return new InputRejection(this, reason);
    }

    /**
     * Exactly {@code length} ASCII digits, with {@linkplain #withoutSeparators separators} anywhere. Digits of other scripts
     * are refused, not converted. A missing field, which is null, counts as empty.
     *
     * @return the digits alone; or Left {@code input.invalid}
     */
    public Either<KycFailure, String> parseDigits(@Nullable String typed, int length) {
        String digits = typed == null ? "" : withoutSeparators(typed);
        return acceptUnless(digitsProblem(digits, length), digits);
    }

    /**
     * The text without what typing and pasting adds to codes and numbers: blanks of every kind, no-break and zero-width ones
     * included, line breaks and hyphens.
     */
    public static String withoutSeparators(String typed) {
        return SEPARATORS.matcher(typed).replaceAll("");
    }

    /**
     * Text of 1 to {@code maxLength} characters, not blank, without control characters; null counts as blank.
     *
     * @return the text as it is; or Left {@code input.invalid}
     */
    public Either<KycFailure, String> parseText(@Nullable String raw, int maxLength) {
        return raw == null ? Either.left(reject(EMPTY)) : acceptUnless(textProblem(raw, maxLength), raw);
    }

    /** What keeps the text from being exactly {@code length} ASCII digits, to follow the name of a field; empty if nothing. */
    public static Optional<String> digitsProblem(String raw, int length) {
        if (!raw.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of("may hold only the digits 0-9");
        }
        return raw.length() == length ? Optional.empty() : Optional.of("must be " + length + " digits");
    }

    /** What {@link #parseText} has against a text, to follow the name of a field; empty if nothing. */
    public static Optional<String> textProblem(String raw, int maxLength) {
        if (raw.isBlank()) {
            return Optional.of(EMPTY);
        }
        if (raw.length() > maxLength) {
            return Optional.of("must have at most " + maxLength + " characters");
        }
        return raw.codePoints().anyMatch(InputField::isControl)
                ? Optional.of("must not hold control characters")
                : Optional.empty();
    }

    private Either<KycFailure, String> acceptUnless(Optional<String> problem, String raw) {
        return problem.<Either<KycFailure, String>>map(reason -> Either.left(reject(reason)))
                .orElseGet(() -> Either.right(raw));
    }

    private static boolean isControl(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}

package dev.kycport.domain.failure;

import io.vavr.control.Either;
import org.jspecify.annotations.Nullable;

/** Everything that enters from outside as text, by the name a failure gives it. */
public enum InputField {
    AADHAAR("aadhaar", ResponsibleParty.USER),
    VID("vid", ResponsibleParty.USER),
    OTP("otp", ResponsibleParty.USER),
    CAPTCHA("captcha", ResponsibleParty.USER),
    RETURN_URL("return-url", ResponsibleParty.USER),
    STATE("state", ResponsibleParty.USER),
    AUTHORIZATION_CODE("code", ResponsibleParty.USER),
    SESSION("session", ResponsibleParty.HOST),
    FLOW("flow", ResponsibleParty.HOST),
    PROVIDER("provider", ResponsibleParty.HOST),
    SUBJECT("subject", ResponsibleParty.HOST),
    PURPOSE("purpose", ResponsibleParty.HOST),
    NOTICE("notice", ResponsibleParty.HOST),
    DATA_ITEM("data-item", ResponsibleParty.HOST),
    VALIDITY("validity", ResponsibleParty.HOST),
    RECIPIENT("recipient", ResponsibleParty.HOST),
    DOCUMENT("document", ResponsibleParty.HOST),
    REDIRECT_URL("redirect-url", ResponsibleParty.HOST);

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

    /** Who filled it in, and so who can mend it. */
    public ResponsibleParty filledBy() {
        return filledBy;
    }

    /** A refusal of this field, for the reason given. */
    public InputRejection reject(String reason) {
        return new InputRejection(this, reason);
    }

    /**
     * Exactly that many ASCII digits; digits of other scripts are refused, not converted. A field that did not come in, which is
     * null, counts as empty.
     */
    public Either<InputRejection, String> parseDigits(@Nullable String typed, int length) {
        String raw = typed == null ? "" : typed;
        if (!raw.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Either.left(reject("may hold only the digits 0-9"));
        }
        return raw.length() == length ? Either.right(raw) : Either.left(reject("must be " + length + " digits"));
    }

    /** Text of 1 to that many characters, not blank, without control characters; null counts as blank. */
    public Either<InputRejection, String> parseText(@Nullable String raw, int longest) {
        if (raw == null || raw.isBlank()) {
            return Either.left(reject("must not be empty"));
        }
        if (raw.length() > longest) {
            return Either.left(reject("must have at most " + longest + " characters"));
        }
        boolean controls = raw.codePoints().anyMatch(InputField::isControl);
        return controls ? Either.left(reject("must not hold control characters")) : Either.right(raw);
    }

    private static boolean isControl(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}

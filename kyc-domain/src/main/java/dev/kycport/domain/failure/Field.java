package dev.kycport.domain.failure;

import io.vavr.control.Either;
import org.jspecify.annotations.Nullable;

/** Everything that enters from outside as text, by the name a failure gives it. */
public enum Field {
    AADHAAR("aadhaar", Party.USER),
    VID("vid", Party.USER),
    OTP("otp", Party.USER),
    CAPTCHA("captcha", Party.USER),
    RETURN_URL("return-url", Party.USER),
    STATE("state", Party.USER),
    AUTHORIZATION_CODE("code", Party.USER),
    SESSION("session", Party.HOST),
    FLOW("flow", Party.HOST),
    PROVIDER("provider", Party.HOST),
    SUBJECT("subject", Party.HOST),
    PURPOSE("purpose", Party.HOST),
    NOTICE("notice", Party.HOST),
    DATA_ITEM("data-item", Party.HOST),
    VALIDITY("validity", Party.HOST),
    RECIPIENT("recipient", Party.HOST),
    DOCUMENT("document", Party.HOST),
    REDIRECT_URL("redirect-url", Party.HOST);

    private final String code;
    private final Party filledBy;

    Field(String code, Party filledBy) {
        this.code = code;
        this.filledBy = filledBy;
    }

    /** The name used in reports. */
    public String code() {
        return code;
    }

    /** Who filled it in, and so who can mend it. */
    public Party filledBy() {
        return filledBy;
    }

    /** A refusal of this field, for the reason given. */
    public InputRejection because(String reason) {
        return new InputRejection(this, reason);
    }

    /**
     * Exactly that many ASCII digits; digits of other scripts are refused, not converted. A field that did not come in, which is
     * null, counts as empty.
     */
    public Either<InputRejection, String> digits(@Nullable String typed, int length) {
        String raw = typed == null ? "" : typed;
        if (!raw.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Either.left(because("may hold only the digits 0-9"));
        }
        return raw.length() == length ? Either.right(raw) : Either.left(because("must be " + length + " digits"));
    }

    /** Text of 1 to that many characters, not blank, without control characters; null counts as blank. */
    public Either<InputRejection, String> text(@Nullable String raw, int longest) {
        if (raw == null || raw.isBlank()) {
            return Either.left(because("must not be empty"));
        }
        if (raw.length() > longest) {
            return Either.left(because("must have at most " + longest + " characters"));
        }
        boolean controls = raw.codePoints().anyMatch(Field::isControl);
        return controls ? Either.left(because("must not hold control characters")) : Either.right(raw);
    }

    private static boolean isControl(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}

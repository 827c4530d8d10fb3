package dev.kycport.host.cli;

import dev.kycport.domain.failure.Field;
import dev.kycport.domain.failure.InputRejection;

/** What a session may need from a person. */
enum Question {
    FLOW(Field.FLOW, "--flow", false),
    CONSENT(Field.NOTICE, "an answer", false),
    AADHAAR(Field.AADHAAR, "--aadhaar", true),
    CAPTCHA(Field.CAPTCHA, "--captcha", false),
    OTP(Field.OTP, "--otp", true),
    RETURN_URL(Field.RETURN_URL, "--return-url", false),
    /** Whether to do the last step once more. */
    AGAIN(Field.SESSION, "an answer", false);

    private final Field field;
    private final String option;
    private final boolean hidden;

    Question(Field field, String option, boolean hidden) {
        this.field = field;
        this.option = option;
        this.hidden = hidden;
    }

    String option() {
        return option;
    }

    /** Whether the answer is typed without echo. */
    boolean hidden() {
        return hidden;
    }

    InputRejection missing() {
        return field.because("is missing: " + option + " is not given and there is no terminal to ask at");
    }

    InputRejection unclear() {
        return field.because("needs y for yes or n for no");
    }

    InputRejection ended() {
        return field.because("is missing: " + option + " is - and standard input has ended");
    }
}

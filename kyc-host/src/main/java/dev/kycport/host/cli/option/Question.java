package dev.kycport.host.cli.option;

import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.InputRejection;

/** What a session may need from a person. */
public enum Question {
    FLOW(InputField.FLOW, "--flow", false),
    CONSENT(InputField.NOTICE, "an answer", false),
    AADHAAR(InputField.AADHAAR, "--aadhaar", true),
    CAPTCHA(InputField.CAPTCHA, "--captcha", false),
    OTP(InputField.OTP, "--otp", true),
    RETURN_URL(InputField.RETURN_URL, "--return-url", false),
    /** Whether to do the last step once more. */
    RETRY(InputField.SESSION, "an answer", false);

    private final InputField inputField;
    private final String option;
    private final boolean hidden;

    Question(InputField inputField, String option, boolean hidden) {
        this.inputField = inputField;
        this.option = option;
        this.hidden = hidden;
    }

    String option() {
        return option;
    }

    /** Whether the answer is typed without echo. */
    public boolean hidden() {
        return hidden;
    }

    public InputRejection missing() {
        return inputField.reject("is missing: " + option + " is not given and there is no terminal to ask at");
    }

    public InputRejection unclear() {
        return inputField.reject("needs y for yes or n for no");
    }

    public InputRejection endOfInput() {
        return inputField.reject("is missing: " + option + " is - and standard input has ended");
    }
}

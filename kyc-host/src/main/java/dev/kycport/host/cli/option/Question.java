package dev.kycport.host.cli.option;

import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.InputRejection;

/** A question that a session may ask a person. */
public enum Question {
    FLOW(InputField.FLOW, "--flow", false),
    CONSENT(InputField.NOTICE, "an answer", false),
    AADHAAR(InputField.AADHAAR, "--aadhaar", true),
    CAPTCHA(InputField.CAPTCHA, "--captcha", false),
    OTP(InputField.OTP, "--otp", true),
    RETURN_URL(InputField.RETURN_URL, "--return-url", false),
    /** Whether to repeat the last step. */
    RETRY(InputField.SESSION, "an answer", false);

    private final InputField inputField;
    private final String option;
    private final boolean hidden;

    Question(InputField inputField, String option, boolean hidden) {
        this.inputField = inputField;
        this.option = option;
        this.hidden = hidden;
    }

    /** Whether the answer is typed without echo. */
    public boolean hidden() {
        return hidden;
    }

    public InputRejection missing() {
        return inputField.reject("is missing: pass " + option + ", or run at a terminal");
    }

    public InputRejection unclear() {
        return inputField.reject("must be y or n");
    }

    public InputRejection endOfInput() {
        return inputField.reject("is missing: " + option + " is -, but standard input has ended");
    }
}

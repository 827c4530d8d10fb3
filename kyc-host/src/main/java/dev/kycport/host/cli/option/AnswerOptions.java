package dev.kycport.host.cli.option;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a person would be asked for, given beforehand. */
public final class AnswerOptions {

    @Option(names = "--aadhaar", paramLabel = "N", description = "The Aadhaar number or virtual id.")
    private Optional<String> aadhaar = Optional.empty();

    @Option(names = "--captcha", paramLabel = "TEXT", description = "What stands in the picture.")
    private Optional<String> captcha = Optional.empty();

    @Option(names = "--otp", paramLabel = "CODE", description = "The six digits that were sent.")
    private Optional<String> otp = Optional.empty();

    @Option(
            names = "--return-url",
            paramLabel = "URL",
            description = "Where DigiLocker sent the browser back to; {state} in it becomes the session's own.")
    private Optional<String> returnUrl = Optional.empty();

    /** The questions that are answered by it, for the caller to add to. */
    public Map<Question, String> given() {
        Map<Question, String> given = new EnumMap<>(Question.class);
        aadhaar.ifPresent(text -> given.put(Question.AADHAAR, text));
        captcha.ifPresent(text -> given.put(Question.CAPTCHA, text));
        otp.ifPresent(text -> given.put(Question.OTP, text));
        returnUrl.ifPresent(text -> given.put(Question.RETURN_URL, text));
        return given;
    }
}

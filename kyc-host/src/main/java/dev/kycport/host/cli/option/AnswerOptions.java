package dev.kycport.host.cli.option;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Answers given as options, in place of questions at the terminal. */
public final class AnswerOptions {

    private final Map<Question, String> answers = new EnumMap<>(Question.class);

    @Option(names = "--aadhaar", paramLabel = "N", description = "The Aadhaar number or virtual id.")
    void aadhaar(Optional<String> text) {
        put(Question.AADHAAR, text);
    }

    @Option(names = "--captcha", paramLabel = "TEXT", description = "The text in the captcha image.")
    void captcha(Optional<String> text) {
        put(Question.CAPTCHA, text);
    }

    @Option(names = "--otp", paramLabel = "CODE", description = "The six-digit code that was sent.")
    void otp(Optional<String> text) {
        put(Question.OTP, text);
    }

    @Option(
            names = "--return-url",
            paramLabel = "URL",
            description = "The URL that DigiLocker sent the browser back to; {state} in it is replaced by the"
                    + " session's state parameter.")
    void returnUrl(Optional<String> text) {
        put(Question.RETURN_URL, text);
    }

    /** The answers by question; the caller may add to the map. */
    public Map<Question, String> answers() {
        return answers;
    }

    private void put(Question question, Optional<String> text) {
        text.ifPresent(given -> answers.put(question, given));
    }
}

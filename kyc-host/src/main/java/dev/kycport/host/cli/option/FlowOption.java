package dev.kycport.host.cli.option;

import dev.kycport.domain.Flow;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Parses {@code --flow}, lists its completion candidates, and names flows for people. */
public final class FlowOption implements Iterable<String> {

    private static final List<String> CODES =
            Arrays.stream(Flow.values()).map(Flow::code).toList();

    public static Either<KycFailure, Flow> parse(String name) {
        return Flow.fromCode(name)
                .<Either<KycFailure, Flow>>map(Either::right)
                .orElseGet(() -> Either.left(InputField.FLOW.reject("must be one of " + names())));
    }

    public static String names() {
        return String.join(", ", CODES);
    }

    /** The questions that every session of the flow asks. */
    public static Set<Question> requiredQuestions(Flow flow) {
        return switch (flow) {
            case CAPTCHA_OTP -> Set.of(Question.AADHAAR, Question.CAPTCHA, Question.OTP);
            case DIRECT_OTP -> Set.of(Question.AADHAAR, Question.OTP);
            case DIGILOCKER -> Set.of(Question.RETURN_URL);
        };
    }

    public static String title(Flow flow) {
        return switch (flow) {
            case CAPTCHA_OTP -> "Captcha, then a code (captcha-otp)";
            case DIRECT_OTP -> "A code for the number alone (direct-otp)";
            case DIGILOCKER -> "Documents from DigiLocker (digilocker)";
        };
    }

    @Override
    public Iterator<String> iterator() {
        return CODES.iterator();
    }
}

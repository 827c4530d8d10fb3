package dev.kycport.host.cli;

import dev.kycport.domain.Flow;
import dev.kycport.domain.failure.Field;
import dev.kycport.domain.failure.InputRejection;
import io.vavr.control.Either;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** The flows as the command line names them; also what the shell offers behind {@code --flow}. */
final class Flows implements Iterable<String> {

    private static final List<String> NAMES =
            Arrays.stream(Flow.values()).map(Flow::code).toList();

    static Either<InputRejection, Flow> parse(String name) {
        return Flow.named(name)
                .<Either<InputRejection, Flow>>map(Either::right)
                .orElseGet(() -> Either.left(Field.FLOW.because("must be one of " + names())));
    }

    static String names() {
        return String.join(", ", NAMES);
    }

    /** What a session of that flow needs to be told. */
    static Set<Question> needs(Flow flow) {
        return switch (flow) {
            case CAPTCHA_OTP -> Set.of(Question.AADHAAR, Question.CAPTCHA, Question.OTP);
            case DIRECT_OTP -> Set.of(Question.AADHAAR, Question.OTP);
            case DIGILOCKER -> Set.of(Question.RETURN_URL);
        };
    }

    static String title(Flow flow) {
        return switch (flow) {
            case CAPTCHA_OTP -> "Captcha, then a code (captcha-otp)";
            case DIRECT_OTP -> "A code for the number alone (direct-otp)";
            case DIGILOCKER -> "Documents from DigiLocker (digilocker)";
        };
    }

    @Override
    public Iterator<String> iterator() {
        return NAMES.iterator();
    }
}

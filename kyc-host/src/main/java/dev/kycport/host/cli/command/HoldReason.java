package dev.kycport.host.cli.command;

import dev.kycport.domain.failure.InputField;
import io.vavr.control.Either;
import java.util.regex.Pattern;

/** Why somebody is on hold: stored and printed, so no identity number may stand in it. */
final class HoldReason {

    private static final int MAX_LENGTH = 200;
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9])[0-9](?:[ .-]?[0-9]){11}(?:(?:[ .-]?[0-9]){4})?(?![0-9])");

    private HoldReason() {}

    /** The reason, or what is wrong with it. */
    static Either<String, String> parse(String text) {
        return InputField.textProblem(text, MAX_LENGTH)
                .<Either<String, String>>map(Either::left)
                .orElseGet(() -> Either.right(text))
                .filterOrElse(
                        reason -> !NUMBER.matcher(reason).find(),
                        reason -> "must not hold what looks like an identity number");
    }
}

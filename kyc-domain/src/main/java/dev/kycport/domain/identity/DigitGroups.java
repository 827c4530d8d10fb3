package dev.kycport.domain.identity;

import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses numbers as people type and paste them: digits, or groups of four separated by single spaces. */
final class DigitGroups {

    private static final Pattern GROUPED = Pattern.compile("[0-9]{4}(?: [0-9]{4})+");

    private DigitGroups() {}

    static Either<KycFailure, String> parse(InputField inputField, @Nullable String typed, int digits) {
        if (typed == null || typed.isEmpty()) {
            return Either.left(inputField.reject("must not be empty"));
        }
        String bare = typed.length() <= 2 * digits && GROUPED.matcher(typed).matches() ? typed.replace(" ", "") : typed;
        return InputField.digitsProblem(bare, digits)
                .<Either<KycFailure, String>>map(problem -> Either.left(inputField.reject(
                        problem + ", written together or in groups of four divided by single spaces")))
                .orElseGet(() -> Either.right(bare));
    }
}

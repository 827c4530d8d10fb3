package dev.kycport.domain.identity;

import dev.kycport.domain.failure.Field;
import dev.kycport.domain.failure.InputRejection;
import io.vavr.control.Either;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as people type and paste them: plain digits, or groups of four divided by single spaces. */
final class Groups {

    private static final Pattern GROUPED = Pattern.compile("[0-9]{4}(?: [0-9]{4})+");

    private Groups() {}

    static Either<InputRejection, String> of(Field field, @Nullable String typed, int digits) {
        if (typed == null || typed.isEmpty()) {
            return Either.left(field.because("must not be empty"));
        }
        String bare = typed.length() <= 2 * digits && GROUPED.matcher(typed).matches() ? typed.replace(" ", "") : typed;
        return field.digits(bare, digits)
                .mapLeft(wrong -> field.because(
                        wrong.reason() + ", written together or in groups of four divided by single spaces"));
    }
}

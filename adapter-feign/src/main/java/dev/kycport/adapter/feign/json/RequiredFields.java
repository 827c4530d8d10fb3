package dev.kycport.adapter.feign.json;

import dev.kycport.domain.failure.UnintelligibleReason;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Function;

/** Takes out of a vendor's record what has to be there, in a form that is known; else says what is odd about it. */
public final class RequiredFields {

    private RequiredFields() {}

    /** The value; Left {@link UnintelligibleReason#MISSING_FIELD} if there is none. */
    public static <T> Either<UnintelligibleReason, T> present(Optional<T> value) {
        return value.<Either<UnintelligibleReason, T>>map(Either::right)
                .orElseGet(() -> Either.left(UnintelligibleReason.MISSING_FIELD));
    }

    /** The text; Left {@link UnintelligibleReason#MISSING_FIELD} if there is none or it is blank. */
    public static Either<UnintelligibleReason, String> text(Optional<String> text) {
        return present(OptionalText.nonBlank(text));
    }

    /** What the text says; Left {@link UnintelligibleReason#MISSING_FIELD} as above, {@link UnintelligibleReason#MALFORMED} if it is of no known form. */
    public static <T> Either<UnintelligibleReason, T> parse(
            Optional<String> text, Function<String, Optional<T>> parser) {
        return text(text).flatMap(nonBlank -> wellFormed(parser.apply(nonBlank)));
    }

    /** The value; Left {@link UnintelligibleReason#MALFORMED} if there was something that did not become one. */
    public static <T> Either<UnintelligibleReason, T> wellFormed(Optional<T> value) {
        return value.<Either<UnintelligibleReason, T>>map(Either::right)
                .orElseGet(() -> Either.left(UnintelligibleReason.MALFORMED));
    }
}

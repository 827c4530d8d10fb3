package dev.kycport.adapter.feign.json;

import dev.kycport.domain.failure.UnintelligibleReason;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Function;

/** Reads required fields of a vendor's record; Left is the reason why the reply is unintelligible. */
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

    /**
     * The parsed text; Left {@link UnintelligibleReason#MISSING_FIELD} if it is absent or blank, {@link
     * UnintelligibleReason#MALFORMED} if it cannot be parsed.
     */
    public static <T> Either<UnintelligibleReason, T> parse(
            Optional<String> text, Function<String, Optional<T>> parser) {
        return text(text).flatMap(nonBlank -> wellFormed(parser.apply(nonBlank)));
    }

    /** The parsed value; Left {@link UnintelligibleReason#MALFORMED} if parsing failed. */
    public static <T> Either<UnintelligibleReason, T> wellFormed(Optional<T> value) {
        return value.<Either<UnintelligibleReason, T>>map(Either::right)
                .orElseGet(() -> Either.left(UnintelligibleReason.MALFORMED));
    }
}

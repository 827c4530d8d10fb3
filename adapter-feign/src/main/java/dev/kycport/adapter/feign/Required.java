package dev.kycport.adapter.feign;

import dev.kycport.domain.failure.Oddity;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Function;

/** Takes out of a vendor's record what has to be there, in a form that is known; else says what is odd about it. */
public final class Required {

    private Required() {}

    /** The value; Left {@link Oddity#MISSING_FIELD} if there is none. */
    public static <T> Either<Oddity, T> present(Optional<T> value) {
        return value.<Either<Oddity, T>>map(Either::right).orElseGet(() -> Either.left(Oddity.MISSING_FIELD));
    }

    /** The text; Left {@link Oddity#MISSING_FIELD} if there is none or it is blank. */
    public static Either<Oddity, String> text(Optional<String> text) {
        return present(Given.text(text));
    }

    /** What the text says; Left {@link Oddity#MISSING_FIELD} as above, {@link Oddity#MALFORMED} if it is of no known form. */
    public static <T> Either<Oddity, T> parsed(Optional<String> text, Function<String, Optional<T>> form) {
        return text(text).flatMap(given -> wellFormed(form.apply(given)));
    }

    /** The value; Left {@link Oddity#MALFORMED} if there was something that did not become one. */
    public static <T> Either<Oddity, T> wellFormed(Optional<T> value) {
        return value.<Either<Oddity, T>>map(Either::right).orElseGet(() -> Either.left(Oddity.MALFORMED));
    }
}

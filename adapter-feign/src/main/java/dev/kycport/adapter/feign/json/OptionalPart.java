package dev.kycport.adapter.feign.json;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Optional;
import java.util.function.Function;

/**
 * An optional part of a wire record. If the vendor sends it in an unexpected form, the part is unreadable and the rest
 * of the reply can still be used.
 *
 * @param value the part, if it is present and readable
 * @param isUnreadable whether the part is present in an unexpected form
 */
@JsonDeserialize(using = OptionalPartDeserializer.class)
public record OptionalPart<T>(Optional<T> value, boolean isUnreadable) {

    /** The reply does not have this part. */
    public static <T> OptionalPart<T> absent() {
        return new OptionalPart<>(Optional.empty(), false);
    }

    /** The part as read. */
    public static <T> OptionalPart<T> of(T value) {
        return new OptionalPart<>(Optional.of(value), false);
    }

    /** The reply has this part in an unexpected form. */
    public static <T> OptionalPart<T> unreadable() {
        return new OptionalPart<>(Optional.empty(), true);
    }

    /** Parses the part; it becomes unreadable if the parser returns nothing. */
    public <U> OptionalPart<U> parse(Function<T, Optional<U>> parser) {
        return value.map(present -> parser.apply(present).map(OptionalPart::of).orElseGet(OptionalPart::unreadable))
                .orElseGet(() -> new OptionalPart<>(Optional.empty(), isUnreadable));
    }

    @Override
    public String toString() {
        return "OptionalPart[hidden]";
    }
}

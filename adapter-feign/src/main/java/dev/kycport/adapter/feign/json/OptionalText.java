package dev.kycport.adapter.feign.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a vendor gave: a blank text is none. */
public final class OptionalText {

    private OptionalText() {}

    /** The text without the space around it, if anything is left. */
    public static Optional<String> nonBlank(Optional<String> text) {
        return text.map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    /** The same of a field of some JSON; a whole number counts as a text, anything else is not given. */
    public static Optional<String> nonBlank(JsonNode body, String field) {
        JsonNode value = body.path(field);
        return value.isTextual() || value.isIntegralNumber() ? nonBlank(Optional.of(value.asText())) : Optional.empty();
    }
}

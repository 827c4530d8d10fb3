package dev.kycport.adapter.feign.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Treats a blank text as absent. */
public final class OptionalText {

    private OptionalText() {}

    /** The stripped text, if it is not empty. */
    public static Optional<String> nonBlank(Optional<String> text) {
        return text.map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    /** The stripped text of a JSON field. An integer counts as a text; any other value is absent. */
    public static Optional<String> nonBlank(JsonNode body, String field) {
        JsonNode value = body.path(field);
        return value.isTextual() || value.isIntegralNumber() ? nonBlank(Optional.of(value.asText())) : Optional.empty();
    }
}

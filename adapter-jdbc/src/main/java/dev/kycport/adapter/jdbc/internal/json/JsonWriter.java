package dev.kycport.adapter.jdbc.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.domain.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An object of JSON that is being written, key by key in the order of the calls; what is absent is left out. It has no
 * {@code toString}: what it holds may be about a person.
 */
final class JsonWriter {

    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    /** One that can stand in a column by itself: it says in which format it is. */
    static JsonWriter inFormat(int version) {
        JsonWriter draft = new JsonWriter();
        draft.node.put(JsonReader.VERSION, version);
        return draft;
    }

    JsonWriter put(String key, String text) {
        node.put(key, text);
        return this;
    }

    JsonWriter put(String key, Optional<String> text) {
        text.ifPresent(given -> node.put(key, given));
        return this;
    }

    JsonWriter put(String key, long number) {
        node.put(key, number);
        return this;
    }

    JsonWriter put(String key, OptionalInt number) {
        number.ifPresent(given -> node.put(key, given));
        return this;
    }

    JsonWriter put(String key, Bytes content) {
        node.put(key, content.toArray());
        return this;
    }

    JsonWriter time(String key, Instant time) {
        return put(key, time.toString());
    }

    JsonWriter time(String key, Optional<Instant> time) {
        return put(key, time.map(Instant::toString));
    }

    JsonWriter part(String key, JsonWriter part) {
        node.set(key, part.node);
        return this;
    }

    JsonWriter part(String key, Optional<JsonWriter> part) {
        part.ifPresent(given -> part(key, given));
        return this;
    }

    JsonWriter parts(String key, List<JsonWriter> parts) {
        ArrayNode array = node.putArray(key);
        parts.forEach(part -> array.add(part.node));
        return this;
    }

    /** Texts without an order of their own, sorted so that the same set is always the same JSON. */
    JsonWriter sorted(String key, Collection<String> texts) {
        ArrayNode array = node.putArray(key);
        texts.stream().sorted().forEach(array::add);
        return this;
    }

    String text() {
        try {
            return JsonReader.MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts and numbers can always be written");
        }
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}

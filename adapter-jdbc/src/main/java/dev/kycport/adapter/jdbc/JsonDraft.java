package dev.kycport.adapter.jdbc;

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
final class JsonDraft {

    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    /** One that can stand in a column by itself: it says in which format it is. */
    static JsonDraft inFormat(int version) {
        JsonDraft draft = new JsonDraft();
        draft.node.put(JsonRecord.VERSION, version);
        return draft;
    }

    JsonDraft put(String key, String text) {
        node.put(key, text);
        return this;
    }

    JsonDraft put(String key, Optional<String> text) {
        text.ifPresent(given -> node.put(key, given));
        return this;
    }

    JsonDraft put(String key, long number) {
        node.put(key, number);
        return this;
    }

    JsonDraft put(String key, OptionalInt number) {
        number.ifPresent(given -> node.put(key, given));
        return this;
    }

    JsonDraft put(String key, Bytes content) {
        node.put(key, content.toArray());
        return this;
    }

    JsonDraft at(String key, Instant time) {
        return put(key, time.toString());
    }

    JsonDraft at(String key, Optional<Instant> time) {
        return put(key, time.map(Instant::toString));
    }

    JsonDraft part(String key, JsonDraft part) {
        node.set(key, part.node);
        return this;
    }

    JsonDraft part(String key, Optional<JsonDraft> part) {
        part.ifPresent(given -> part(key, given));
        return this;
    }

    JsonDraft parts(String key, List<JsonDraft> parts) {
        ArrayNode array = node.putArray(key);
        parts.forEach(part -> array.add(part.node));
        return this;
    }

    /** Texts without an order of their own, sorted so that the same set is always the same JSON. */
    JsonDraft sorted(String key, Collection<String> texts) {
        ArrayNode array = node.putArray(key);
        texts.stream().sorted().forEach(array::add);
        return this;
    }

    String text() {
        try {
            return JsonRecord.MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts and numbers can always be written");
        }
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}

package dev.kycport.tck.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The JSON of a reply, to change single fields of. */
public final class ReplyBody {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode json;

    private ReplyBody(JsonNode json) {
        this.json = json;
    }

    /** This JSON; red if it is none. */
    public static ReplyBody of(String json) {
        try {
            return new ReplyBody(JSON.readTree(json));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("not JSON: " + json, malformed);
        }
    }

    /** The same with this JSON value in that place, a JSON pointer. */
    public ReplyBody with(String pointer, String value) {
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode copy = json.deepCopy();
        ((ObjectNode) copy.at(place.head())).set(place.last().getMatchingProperty(), of(value).json);
        return new ReplyBody(copy);
    }

    /** The same with this text in that place, a JSON pointer. */
    public ReplyBody withText(String pointer, String text) {
        return with(pointer, JSON.getNodeFactory().textNode(text).toString());
    }

    /** The text or number in that place; empty if there is none. */
    public String text(String pointer) {
        return json.at(pointer).asText("");
    }

    /** Every text and number in that place and below it. */
    public List<String> texts(String pointer) {
        List<String> texts = new ArrayList<>();
        collect(json.at(pointer), texts);
        return texts;
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isValueNode()) {
            texts.add(node.asText());
        } else {
            node.forEach(child -> collect(child, texts));
        }
    }

    @Override
    public String toString() {
        return json.toString();
    }
}

package dev.kycport.adapter.jdbc.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kycport.domain.Bytes;
import dev.kycport.ports.store.UnreadableRecordException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An object of JSON as it was stored. Whatever is missing or of another kind throws {@link IllegalArgumentException}: the row
 * is damaged. What it throws never quotes the content.
 */
public final class JsonReader {

    static final String VERSION = "v";

    // In ASCII alone, so that no encoding of any server and no half of a character can come between. And what was
    // written once, such as a document of many megabytes, has to be read again.
    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .configure(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature(), true)
            .build();

    private final JsonNode node;

    private JsonReader(JsonNode node) {
        this.node = node;
    }

    /**
     * The object in that text.
     *
     * @throws UnreadableRecordException if it is in another format than that
     */
    static JsonReader inFormat(int version, String text) {
        JsonReader read = new JsonReader(tree(text));
        if (read.number(VERSION) != version) {
            throw new UnreadableRecordException("a row is stored in format " + read.number(VERSION)
                    + ", which this version of KycPort does not know; run the version that wrote it, or a newer one");
        }
        return read;
    }

    String text(String key) {
        return optionalText(key).orElseThrow(JsonReader::damaged);
    }

    Optional<String> optionalText(String key) {
        return value(key).map(value -> Optional.ofNullable(value.textValue()).orElseThrow(JsonReader::damaged));
    }

    long number(String key) {
        return value(key)
                .filter(number -> number.isIntegralNumber() && number.canConvertToLong())
                .orElseThrow(JsonReader::damaged)
                .longValue();
    }

    int integer(String key) {
        return Math.toIntExact(number(key));
    }

    OptionalInt optionalInt(String key) {
        return value(key).isPresent() ? OptionalInt.of(integer(key)) : OptionalInt.empty();
    }

    Instant time(String key) {
        return Instant.parse(text(key));
    }

    Optional<Instant> optionalTime(String key) {
        return optionalText(key).map(Instant::parse);
    }

    Bytes bytes(String key) {
        return Bytes.of(Base64.getDecoder().decode(text(key)));
    }

    JsonReader part(String key) {
        return optionalPart(key).orElseThrow(JsonReader::damaged);
    }

    Optional<JsonReader> optionalPart(String key) {
        return value(key).map(JsonReader::new);
    }

    Stream<JsonReader> parts(String key) {
        return elements(key).map(JsonReader::new);
    }

    Stream<String> texts(String key) {
        return elements(key)
                .map(JsonNode::textValue)
                .map(text -> Optional.ofNullable(text).orElseThrow(JsonReader::damaged));
    }

    /** The constant of that word. */
    public static <E> E byCode(E[] all, Function<E, String> name, String word) {
        return Stream.of(all)
                .filter(one -> name.apply(one).equals(word))
                .findFirst()
                .orElseThrow(JsonReader::damaged);
    }

    static IllegalArgumentException damaged() {
        return new IllegalArgumentException("a stored row is damaged");
    }

    private Optional<JsonNode> value(String key) {
        return Optional.ofNullable(node.get(key));
    }

    private Stream<JsonNode> elements(String key) {
        return StreamSupport.stream(value(key).orElseThrow(JsonReader::damaged).spliterator(), false);
    }

    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw damaged();
        }
    }
}

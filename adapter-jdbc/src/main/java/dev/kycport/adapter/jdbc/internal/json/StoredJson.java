package dev.kycport.adapter.jdbc.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.kycport.ports.store.UnreadableRecordException;
import java.util.Optional;

/**
 * The JSON in the rows: strict about types, and ASCII alone, so that no encoding of a server can change it. What it throws never
 * quotes the content.
 */
final class StoredJson {

    /** The format of every row that this version writes and reads. */
    static final int FORMAT = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    // A document of many megabytes that was written must be readable again.
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .addModule(new Jdk8Module())
            .addModule(new StoredTypes())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT, DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private StoredJson() {}

    static String write(Versioned row) {
        try {
            return MAPPER.writeValueAsString(row);
        } catch (JsonProcessingException impossible) {
            // Not as the cause: it may quote the row.
            throw new IllegalStateException("a row cannot be written as JSON");
        }
    }

    /**
     * The row in that text.
     *
     * @throws UnreadableRecordException if it is in another format
     * @throws IllegalArgumentException if it is damaged
     */
    static <R extends Versioned> R read(String json, Class<R> type) {
        try {
            R row = Optional.ofNullable(MAPPER.readValue(json, type)).orElseThrow(StoredJson::damaged);
            requireKnownFormat(row.version());
            return row;
        } catch (JsonProcessingException malformed) {
            // A row of another format may have other keys.
            requireKnownFormat(version(json));
            throw damaged();
        }
    }

    static IllegalArgumentException damaged() {
        return new IllegalArgumentException("a stored row is damaged");
    }

    private static void requireKnownFormat(long version) {
        if (version != FORMAT) {
            throw new UnreadableRecordException("a row is stored in format " + version
                    + ", which this version of KycPort does not know; run the version that wrote it, or a newer one");
        }
    }

    private static long version(String json) {
        try {
            JsonNode version = MAPPER.readTree(json).path("v");
            if (!version.isIntegralNumber() || !version.canConvertToLong()) {
                throw damaged();
            }
            return version.longValue();
        } catch (JsonProcessingException malformed) {
            throw damaged();
        }
    }

    /** A row that says in which format it is stored. */
    interface Versioned {
        int version();
    }
}

package dev.kycport.http.internal.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.kycport.domain.Bytes;
import dev.kycport.http.internal.web.HttpProblem;
import io.vavr.control.Either;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A body that was read strictly: one JSON object with known fields of the right types. An empty body counts as an empty object.
 * It may hold numbers and codes, so it prints as nothing, and no message of the library leaves this class, since these quote.
 */
final class JsonInput {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_TEXT_LENGTH = 64 * 1024;
    private static final ObjectMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_TEXT_LENGTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode object;

    private JsonInput(JsonNode object) {
        this.object = object;
    }

    /** The body, or the first thing that is wrong with it. */
    static Either<HttpProblem, JsonInput> read(Bytes body, List<JsonField> fields) {
        return parse(body)
                .flatMap(object -> problem(object, fields)
                        .<Either<HttpProblem, JsonInput>>map(Either::left)
                        .orElseGet(() -> Either.right(new JsonInput(object))));
    }

    /** The text, or null if it is missing, for a step that names what is missing. */
    @Nullable
    String text(String name) {
        JsonNode value = object.get(name);
        return value == null ? null : value.textValue();
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(text(name));
    }

    /** The texts of a list; empty if it is missing. */
    Optional<List<String>> texts(String name) {
        return Optional.ofNullable(object.get(name)).map(list -> {
            List<String> texts = new ArrayList<>();
            list.forEach(item -> texts.add(item.textValue()));
            return texts;
        });
    }

    Optional<Duration> seconds(String name) {
        return Optional.ofNullable(object.get(name)).map(JsonNode::longValue).map(Duration::ofSeconds);
    }

    /** The object of that name, or an empty one. */
    JsonInput object(String name) {
        return new JsonInput(Optional.ofNullable(object.get(name)).orElseGet(JsonNodeFactory.instance::objectNode));
    }

    boolean has(String name) {
        return object.has(name);
    }

    private static Either<HttpProblem, JsonNode> parse(Bytes body) {
        if (body.size() == 0) {
            return Either.right(JsonNodeFactory.instance.objectNode());
        }
        try (JsonParser parser = STRICT.createParser(body.toArray())) {
            JsonNode read = STRICT.readTree(parser);
            return read != null && read.isObject() && parser.nextToken() == null
                    ? Either.right(read)
                    : Either.left(HttpProblem.malformedJson());
        } catch (IOException malformed) {
            return Either.left(HttpProblem.malformedJson());
        }
    }

    private static Optional<HttpProblem> problem(JsonNode object, List<JsonField> fields) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (fields.stream().noneMatch(field -> field.name().equals(name))) {
                return Optional.of(HttpProblem.unknownField(
                        fields.stream().map(JsonField::name).collect(Collectors.joining(", "))));
            }
        }
        return fields.stream()
                .filter(field -> object.has(field.name()))
                .map(field -> problem(object.get(field.name()), field))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<HttpProblem> problem(JsonNode value, JsonField field) {
        boolean fits = switch (field.type()) {
            case TEXT -> value.isTextual();
            case TEXTS -> value.isArray() && allTexts(value);
            case SECONDS -> value.isIntegralNumber() && value.canConvertToInt() && value.intValue() > 0;
            case OBJECT -> value.isObject();
        };
        if (!fits) {
            return Optional.of(HttpProblem.wrongType(field.name(), field.type().phrase()));
        }
        return field.type() == JsonField.Type.OBJECT ? problem(value, field.children()) : Optional.empty();
    }

    private static boolean allTexts(JsonNode list) {
        for (JsonNode item : list) {
            if (!item.isTextual()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "JsonInput[hidden]";
    }
}

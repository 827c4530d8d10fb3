package dev.kycport.tck;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of {@code <vendor>/replies.jsonl}, a reply to a call and what it means: {@code {"call": …, "case": …, "sure": …,
 * "status": …, "body": …, "expect": …}}.
 */
record Row(JsonNode line) {

    static Stream<Row> of(String vendor) {
        String path = vendor + "/replies.jsonl";
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (file == null) {
                throw new AssertionError("there are no replies: add src/test/resources/" + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Row::parse);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The documented success of a call. */
    static Row success(String vendor, String call) {
        return of(vendor)
                .filter(row -> row.call().equals(call) && row.status() / 100 == 2)
                .findFirst()
                .orElseThrow(() -> new AssertionError(vendor + "/replies.jsonl lists no success of " + call));
    }

    String call() {
        return line.get("call").asText();
    }

    int status() {
        return line.get("status").asInt();
    }

    String expected() {
        return line.get("expect").asText();
    }

    /** What goes over the wire: a text as it is, all else as JSON. */
    String body() {
        JsonNode body = line.path("body");
        if (body.isNull()) {
            return "";
        }
        return body.isTextual() ? body.asText() : body.toString();
    }

    /** What the body says there, if it is a text or a whole number. */
    Optional<String> told(String field) {
        return Optional.of(line.path("body").path(field))
                .filter(told -> told.isTextual() || told.isIntegralNumber())
                .map(JsonNode::asText)
                .filter(text -> !text.isEmpty());
    }

    Optional<String> also(String key) {
        return Optional.of(line.path(key).asText("")).filter(text -> !text.isEmpty());
    }

    @Override
    public String toString() {
        return call() + ": " + line.get("case").asText() + " ("
                + line.get("sure").asText() + ")";
    }

    private static Row parse(String line) {
        try {
            return new Row(Recording.JSON.readTree(line));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("a line of replies.jsonl is not JSON: " + line, malformed);
        }
    }
}

package dev.kycport.tck.recording;

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
public record ReplyCase(JsonNode json) {

    public static Stream<ReplyCase> of(String vendor) {
        String path = vendor + "/replies.jsonl";
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (file == null) {
                throw new AssertionError("there are no replies: add src/test/resources/" + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(ReplyCase::parse);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The documented success of a call. */
    public static ReplyCase success(String vendor, String call) {
        return of(vendor)
                .filter(replyCase -> replyCase.call().equals(call) && replyCase.status() / 100 == 2)
                .findFirst()
                .orElseThrow(() -> new AssertionError(vendor + "/replies.jsonl lists no success of " + call));
    }

    public String call() {
        return json.get("call").asText();
    }

    public int status() {
        return json.get("status").asInt();
    }

    public String expected() {
        return json.get("expect").asText();
    }

    /** What goes over the wire: a text as it is, all else as JSON. */
    public String body() {
        JsonNode body = json.path("body");
        if (body.isNull()) {
            return "";
        }
        return body.isTextual() ? body.asText() : body.toString();
    }

    /** What the body says there, if it is a text or a whole number. */
    public Optional<String> bodyText(String field) {
        return Optional.of(json.path("body").path(field))
                .filter(told -> told.isTextual() || told.isIntegralNumber())
                .map(JsonNode::asText)
                .filter(text -> !text.isEmpty());
    }

    public Optional<String> expectation(String key) {
        return Optional.of(json.path(key).asText("")).filter(text -> !text.isEmpty());
    }

    @Override
    public String toString() {
        return call() + ": " + json.get("case").asText() + " ("
                + json.get("sure").asText() + ")";
    }

    private static ReplyCase parse(String line) {
        try {
            return new ReplyCase(Recording.JSON.readTree(line));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("a line of replies.jsonl is not JSON: " + line, malformed);
        }
    }
}

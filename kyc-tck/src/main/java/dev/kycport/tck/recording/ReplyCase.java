package dev.kycport.tck.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One line of {@code <vendor>/replies.jsonl}, a reply to a call and what it means: {@code {"call": …, "case": …, "sure": …,
 * "status": …, "body": …, "expect": …}}. Further keys say what is in the verdict: {@code reference}, {@code documents} (how many),
 * {@code media} (of the last document) and {@code person}, see {@link ExpectedPerson}.
 */
public record ReplyCase(String file, int line, JsonNode json) {

    private static final List<String> REQUIRED = List.of("call", "case", "sure", "status", "expect");

    // Read once: a contract asks for a documented success before each of its many calls.
    private static final Map<String, List<ReplyCase>> TABLES = new ConcurrentHashMap<>();

    public static Stream<ReplyCase> of(String vendor) {
        return TABLES.computeIfAbsent(vendor + "/replies.jsonl", ReplyCase::load).stream();
    }

    private static List<ReplyCase> load(String path) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (file == null) {
                throw new AssertionError("there are no replies: add src/test/resources/" + path);
            }
            List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return IntStream.range(0, lines.size())
                    .mapToObj(at -> parse(path, at + 1, lines.get(at)))
                    .toList();
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

    /** What the line calls it. */
    public String name() {
        return json.get("case").asText();
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
                .filter(value -> value.isTextual() || value.isIntegralNumber())
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

    /** Whom the reply must come to, if the line says so under the key {@code person}. */
    public Optional<ExpectedPerson> person() {
        return json.hasNonNull("person")
                ? Optional.of(ExpectedPerson.of(where(), json.get("person")))
                : Optional.empty();
    }

    /** The file and the line, for messages. */
    public String where() {
        return file + ", line " + line + ", " + this;
    }

    private static ReplyCase parse(String file, int number, String line) {
        try {
            ReplyCase parsed = new ReplyCase(file, number, Recording.JSON.readTree(line));
            REQUIRED.stream().filter(key -> !parsed.json.has(key)).findFirst().ifPresent(key -> {
                throw new AssertionError(file + ", line " + number + " lacks the key " + key);
            });
            return parsed;
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(file + ", line " + number + " is not JSON: " + line, malformed);
        }
    }
}

package dev.kycport.adapter.deepvue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** One line of {@code deepvue/replies.jsonl}: a reply to a call, and what it means. */
record Row(JsonNode line) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Row> all() {
        BufferedReader lines = new BufferedReader(
                new InputStreamReader(Row.class.getResourceAsStream("/deepvue/replies.jsonl"), StandardCharsets.UTF_8));
        return lines.lines().map(Row::parse);
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

    Optional<String> told(String field) {
        return Optional.of(line.path("body").path(field).asText("")).filter(text -> !text.isEmpty());
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
        return new Row(json(line));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}

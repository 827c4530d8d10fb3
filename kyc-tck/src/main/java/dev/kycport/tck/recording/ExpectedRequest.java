package dev.kycport.tck.recording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kycport.tck.http.ReceivedRequest;
import dev.kycport.tck.secrecy.Canary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A request as a recording has it. Method, path, query and body must be the same and nothing more; of the headers those
 * that are listed, and no other may carry a secret.
 *
 * @param body JSON to compare as such; empty where the body is a form or must be empty
 * @param form the fields of a form; empty where there is none
 */
record ExpectedRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        Optional<JsonNode> body,
        Map<String, String> form) {

    private static final Set<String> KEYS = Set.of("method", "path", "query", "headers", "body", "form");

    static ExpectedRequest of(String file, JsonNode json) {
        Recording.requireKnownKeys(file, json, KEYS);
        if (!json.path("method").isTextual() || !json.path("path").isTextual()) {
            throw new AssertionError(file + " has a request without method or path");
        }
        return new ExpectedRequest(
                json.get("method").asText(),
                json.get("path").asText(),
                texts(json.path("query")),
                texts(json.path("headers")),
                json.hasNonNull("body") ? Optional.of(json.get("body")) : Optional.empty(),
                texts(json.path("form")));
    }

    /** Whether the received request can be this one, so that it is worth a comparison. */
    boolean isFor(ReceivedRequest seen) {
        return method.equals(seen.method()) && path.equals(seen.path());
    }

    /** In what the seen request differs; empty if it is as expected. The lines may hold secrets. */
    List<String> differences(ReceivedRequest seen, Canary canary) {
        List<String> lines = new ArrayList<>();
        compare(lines, "method", method, seen.method());
        compare(lines, "path", path, seen.path());
        compare(lines, "query ", query, seen.query());
        headers.forEach((name, value) -> compare(lines, "header " + name, value, seen.header(name)));
        seen.headers().forEach((name, value) -> {
            if (headers.keySet().stream().noneMatch(name::equalsIgnoreCase)) {
                canary.findIn("header " + name, value).forEach(found -> lines.add(found + ", where none is expected"));
            }
        });
        if (form.isEmpty()) {
            String was = body.map(seen::bodyLike).orElseGet(seen::body);
            compare(lines, "body", body.map(JsonNode::toString).orElse(""), was);
        } else {
            compare(lines, "form ", form, seen.form());
        }
        return lines;
    }

    private static void compare(
            List<String> lines, String what, Map<String, String> expected, Map<String, String> was) {
        Set<String> names = new TreeSet<>(expected.keySet());
        names.addAll(was.keySet());
        names.forEach(name -> compare(
                lines, what + name, expected.getOrDefault(name, "(absent)"), was.getOrDefault(name, "(absent)")));
    }

    private static void compare(List<String> lines, String what, String expected, String was) {
        if (!expected.equals(was)) {
            lines.add(what + ": expected <" + expected + ">, was <" + was + ">");
        }
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(part -> texts.put(part.getKey(), part.getValue().asText()));
        return texts;
    }
}

package dev.kycport.tck.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.http.Request;
import dev.kycport.tck.recording.Recording;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A request as it came over the wire. */
public record ReceivedRequest(
        String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

    static ReceivedRequest of(Request request) {
        String[] target = request.getUrl().split("\\?", 2);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.getHeaders().all().forEach(header -> headers.put(header.key(), String.join(", ", header.values())));
        return new ReceivedRequest(
                request.getMethod().getName(),
                target[0],
                pairs(target.length == 2 ? target[1] : ""),
                headers,
                request.getBodyAsString());
    }

    public String header(String name) {
        return headers.getOrDefault(name, "(absent)");
    }

    public Map<String, String> form() {
        return pairs(body);
    }

    /** The body, written as this one if both are the same JSON: the order of fields means nothing. */
    public String bodyLike(JsonNode expected) {
        try {
            JsonNode seen = Recording.JSON.readTree(body);
            return expected.equals(seen) ? expected.toString() : seen.toString();
        } catch (JsonProcessingException none) {
            return body;
        }
    }

    // What is given twice is shown twice, so that it cannot pass for what is given once.
    private static Map<String, String> pairs(String encoded) {
        Map<String, String> pairs = new TreeMap<>();
        Arrays.stream(encoded.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> pairs.merge(
                        decoded(pair[0]), pair.length == 2 ? decoded(pair[1]) : "", (one, two) -> one + " and " + two));
        return pairs;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

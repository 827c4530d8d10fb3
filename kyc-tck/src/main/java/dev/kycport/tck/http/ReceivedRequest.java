package dev.kycport.tck.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A request as the provider received it. */
public record ReceivedRequest(
        String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    static ReceivedRequest of(String method, String url, Map<String, String> headers, byte[] body) {
        String[] target = url.split("\\?", 2);
        return new ReceivedRequest(
                method,
                target[0],
                pairs(target.length == 2 ? target[1] : ""),
                headers,
                new String(body, StandardCharsets.UTF_8));
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
            JsonNode seen = JSON.readTree(body);
            return expected.equals(seen) ? expected.toString() : seen.toString();
        } catch (JsonProcessingException none) {
            return body;
        }
    }

    // A parameter that is given twice is shown twice, so that it is not mistaken for one that is given once.
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

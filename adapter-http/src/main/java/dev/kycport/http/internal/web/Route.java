package dev.kycport.http.internal.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A method and a path with the handler of its requests.
 *
 * @param path segments such as {@code /v1/sessions/{id}}; one in braces matches any segment
 */
public record Route(String method, String path, WebHandler handler) {

    private static final Pattern SLASH = Pattern.compile("/");

    /** Handles the requests of a route. */
    @FunctionalInterface
    public interface WebHandler {

        /**
         * Answers a request.
         *
         * @param values the segments that stood for those in braces, by name
         */
        WebResponse handle(WebRequest request, Map<String, String> values);
    }

    /** The values of the segments in braces, or nothing if the path is another. */
    public Optional<Map<String, String>> match(String requested) {
        List<String> expected = segments(path);
        List<String> given = segments(requested);
        if (expected.size() != given.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < expected.size(); i++) {
            String segment = expected.get(i);
            if (segment.startsWith("{")) {
                values.put(segment.substring(1, segment.length() - 1), given.get(i));
            } else if (!segment.equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private static List<String> segments(String path) {
        return new ArrayList<>(List.of(SLASH.split(path, -1)));
    }
}

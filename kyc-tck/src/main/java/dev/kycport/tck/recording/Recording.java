package dev.kycport.tck.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * What passed over a vendor's wire when it showed a behaviour: {@code {"note": …, "exchanges": [{"request": …, "response":
 * …}]}}. Placeholders such as {@code ${number}} stand for the values that the kit sends.
 */
public record Recording(List<RecordedExchange> exchanges) {

    public static final ObjectMapper JSON = JsonMapper.builder().build();

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z-]+)}");

    /** The recording of that name, its placeholders filled; red if it is missing or not of its form. */
    static Recording load(String path, Map<String, String> values) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (file == null) {
                throw new AssertionError("there is no recording: add src/test/resources/" + path
                        + ", or declare the gap with its reason");
            }
            return parse(path, fill(path, new String(file.readAllBytes(), StandardCharsets.UTF_8), values));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(path + " is not JSON: " + malformed.getOriginalMessage(), malformed);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether there is a recording of that name. */
    static boolean exists(String path) {
        return Thread.currentThread().getContextClassLoader().getResource(path) != null;
    }

    private static Recording parse(String path, String text) throws JsonProcessingException {
        JsonNode root = JSON.readTree(text);
        requireKnownKeys(path, root, Set.of("note", "exchanges"));
        List<RecordedExchange> exchanges = StreamSupport.stream(
                        root.path("exchanges").spliterator(), false)
                .map(exchange -> RecordedExchange.of(path, exchange))
                .toList();
        if (exchanges.isEmpty()) {
            throw new AssertionError(path + " holds no exchanges");
        }
        return new Recording(exchanges);
    }

    /** Red if the object has a key that nobody reads: a misspelt one would otherwise be believed. */
    static void requireKnownKeys(String path, JsonNode object, Set<String> keys) {
        object.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                throw new AssertionError(path + " has the unknown key " + key + "; known here: " + keys);
            }
        });
    }

    private static String fill(String path, String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new AssertionError(
                        path + " has the unknown placeholder " + found.group() + "; known: " + values.keySet());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}

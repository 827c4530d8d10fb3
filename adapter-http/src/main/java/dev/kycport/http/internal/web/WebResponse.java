package dev.kycport.http.internal.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kycport.domain.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param headers by name, beside the media type and the headers that every answer has
 */
public record WebResponse(int status, String mediaType, Bytes body, Map<String, String> headers) {

    /** The media type of JSON. */
    public static final String JSON = "application/json";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String CACHE_CONTROL = "Cache-Control";

    public WebResponse {
        headers = Map.copyOf(headers);
    }

    /** A value as JSON. */
    public static WebResponse json(int status, Object value) {
        return json(status, JSON, value);
    }

    /** A value as JSON of a media type. */
    public static WebResponse json(int status, String mediaType, Object value) {
        try {
            return new WebResponse(status, mediaType, Bytes.of(MAPPER.writeValueAsBytes(value)), Map.of());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("maps of texts and numbers are JSON", impossible);
        }
    }

    /** A page. */
    public static WebResponse html(int status, String page) {
        return text(status, "text/html; charset=utf-8", page);
    }

    /** A text of a media type. */
    public static WebResponse text(int status, String mediaType, String text) {
        return new WebResponse(status, mediaType, Bytes.of(text.getBytes(StandardCharsets.UTF_8)), Map.of());
    }

    /** See there, with GET. */
    public static WebResponse seeOther(String location) {
        return new WebResponse(303, "text/plain; charset=utf-8", Bytes.of(new byte[0]), Map.of("Location", location));
    }

    /** The same answer with one header more. */
    public WebResponse withHeader(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new WebResponse(status, mediaType, body, all);
    }

    /** The same answer, which browsers may keep: its URL changes with its content. */
    public WebResponse cacheable() {
        return withHeader(CACHE_CONTROL, "public, max-age=31536000, immutable");
    }
}

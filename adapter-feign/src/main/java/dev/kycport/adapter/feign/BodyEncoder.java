package dev.kycport.adapter.feign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import feign.RequestTemplate;
import feign.codec.EncodeException;
import feign.codec.Encoder;
import java.lang.reflect.Type;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Serializes a request record as JSON or as a form, and sets {@code Content-Type} to match. */
final class BodyEncoder implements Encoder {

    private static final String CONTENT_TYPE = "Content-Type";

    private final ObjectMapper mapper;
    private final BodyFormat format;

    BodyEncoder(ObjectMapper mapper, BodyFormat format) {
        this.mapper = mapper;
        this.format = format;
    }

    @Override
    public void encode(Object request, Type type, RequestTemplate template) {
        template.removeHeader(CONTENT_TYPE).header(CONTENT_TYPE, format.contentType());
        template.body(serialize(request).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private String serialize(Object request) {
        return format == BodyFormat.FORM ? toForm(mapper.valueToTree(request)) : toJson(request);
    }

    // The cause is dropped: Jackson's message may quote the value.
    private String toJson(Object request) {
        try {
            return mapper.writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new EncodeException(request.getClass().getName() + " cannot be written as JSON");
        }
    }

    private static String toForm(JsonNode fields) {
        return fields.properties().stream().map(BodyEncoder::toPair).collect(Collectors.joining("&"));
    }

    private static String toPair(Map.Entry<String, JsonNode> field) {
        return percentEncode(field.getKey()) + "="
                + percentEncode(field.getValue().asText());
    }

    private static String percentEncode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

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

/** Writes a vendor's record for a request in the one format or the other, and says so in the header. */
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
        template.removeHeader(CONTENT_TYPE).header(CONTENT_TYPE, format.mime());
        template.body(written(request).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private String written(Object request) {
        return format == BodyFormat.FORM ? form(mapper.valueToTree(request)) : json(request);
    }

    // The cause stays behind: Jackson's message may quote what it could not write.
    private String json(Object request) {
        try {
            return mapper.writeValueAsString(request);
        } catch (JsonProcessingException unwritable) {
            throw new EncodeException(request.getClass().getName() + " cannot be written as JSON");
        }
    }

    private static String form(JsonNode fields) {
        return fields.properties().stream().map(BodyEncoder::pair).collect(Collectors.joining("&"));
    }

    private static String pair(Map.Entry<String, JsonNode> field) {
        return encoded(field.getKey()) + "=" + encoded(field.getValue().asText());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

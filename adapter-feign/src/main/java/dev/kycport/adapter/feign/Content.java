package dev.kycport.adapter.feign;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.kycport.domain.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Reads an image or a document out of a JSON text: base64, with or without a data URI's prefix and line breaks, or XML as it
 * is. An empty text is no content.
 */
final class Content extends StdScalarDeserializer<Bytes> {

    private static final String DATA_URI = "data:";

    Content() {
        super(Bytes.class);
    }

    @Override
    public @Nullable Bytes deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (Bytes) context.handleUnexpectedToken(Bytes.class, json);
        }
        String text = json.getText();
        return text.isBlank() ? null : Bytes.of(content(json, text));
    }

    private static byte[] content(JsonParser json, String text) throws IOException {
        if (text.stripLeading().startsWith("<")) {
            return text.strip().getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(withoutBreaks(withoutPrefix(text)));
        } catch (IllegalArgumentException notBase64) {
            throw JsonMappingException.from(json, "neither base64 nor XML");
        }
    }

    private static String withoutPrefix(String text) {
        return text.startsWith(DATA_URI) ? text.substring(text.indexOf(',') + 1) : text;
    }

    private static String withoutBreaks(String text) {
        boolean broken = text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 || text.indexOf(' ') >= 0;
        return broken ? text.replaceAll("\\s+", "") : text;
    }
}

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
import java.util.Optional;
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
        Optional<byte[]> plain = decoded(Latin.text(json)).filter(content -> content.length > 0);
        if (plain.isPresent()) {
            return Bytes.of(plain.get());
        }
        String text = json.getText();
        return text.isBlank() ? null : Bytes.of(content(json, text));
    }

    private static byte[] content(JsonParser json, String text) throws IOException {
        if (text.stripLeading().startsWith("<")) {
            return text.strip().getBytes(StandardCharsets.UTF_8);
        }
        byte[] base64 = withoutPrefix(text).replaceAll("\\s+", "").getBytes(StandardCharsets.UTF_8);
        return decoded(base64).orElseThrow(() -> JsonMappingException.from(json, "neither base64 nor XML"));
    }

    private static Optional<byte[]> decoded(byte[] base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String withoutPrefix(String text) {
        return text.startsWith(DATA_URI) ? text.substring(text.indexOf(',') + 1) : text;
    }
}

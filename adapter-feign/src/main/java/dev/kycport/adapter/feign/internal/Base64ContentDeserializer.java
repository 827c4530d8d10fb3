package dev.kycport.adapter.feign.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.kycport.domain.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an image or a document from a JSON string: base64, standard or URL-safe, with or without a data URI prefix and line breaks, or
 * plain XML. An empty string is no content.
 */
final class Base64ContentDeserializer extends StdScalarDeserializer<Bytes> {

    private static final Pattern LEADING_WHITESPACE = Pattern.compile("^[\\s\\x{FEFF}]+");
    private static final Pattern DATA_URI = Pattern.compile("^data:[^,]*,", Pattern.CASE_INSENSITIVE);
    private static final String BYTE_ORDER_MARK_AND_WHITESPACE = "\u00EF\u00BB\u00BF \t\r\n";

    Base64ContentDeserializer() {
        super(Bytes.class);
    }

    @Override
    public @Nullable Bytes deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (Bytes) context.handleUnexpectedToken(Bytes.class, json);
        }
        Optional<byte[]> decoded =
                decodeBase64(Latin1TextWriter.currentText(json)).filter(content -> content.length > 0);
        if (decoded.isPresent()) {
            return Bytes.of(trimBeforeXml(decoded.get()));
        }
        String text = LEADING_WHITESPACE.matcher(json.getText()).replaceFirst("");
        return text.isEmpty() ? null : Bytes.of(decodeText(json, text));
    }

    private static byte[] decodeText(JsonParser json, String text) throws IOException {
        if (text.startsWith("<")) {
            return text.strip().getBytes(StandardCharsets.UTF_8);
        }
        String base64 = DATA_URI.matcher(text)
                .replaceFirst("")
                .replaceAll("\\s+", "")
                .replace('-', '+')
                .replace('_', '/');
        return decodeBase64(base64.getBytes(StandardCharsets.UTF_8))
                .map(Base64ContentDeserializer::trimBeforeXml)
                .orElseThrow(() -> JsonMappingException.from(json, "neither base64 nor XML"));
    }

    // XML may start with a byte order mark and blanks, which would prevent detection.
    private static byte[] trimBeforeXml(byte[] content) {
        int start = 0;
        while (start < content.length && BYTE_ORDER_MARK_AND_WHITESPACE.indexOf(content[start] & 0xFF) >= 0) {
            start++;
        }
        boolean isXml = start < content.length && content[start] == '<';
        return isXml ? Arrays.copyOfRange(content, start, content.length) : content;
    }

    private static Optional<byte[]> decodeBase64(byte[] base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

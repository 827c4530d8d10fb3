package dev.kycport.adapter.feign.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an image or a document from a JSON string: base64, standard or URL-safe, with or without a data URI prefix and line breaks, or
 * plain XML. An empty string is no content.
 */
final class Base64ContentDeserializer extends StdScalarDeserializer<Bytes> {

    private static final Pattern LEADING_WHITESPACE = Pattern.compile("^[\\s\\x{FEFF}]+");
    private static final Pattern DATA_URI = Pattern.compile("^data:[^,]*,", Pattern.CASE_INSENSITIVE);
    private static final int MAX_DATA_URI = 64;
    private static final String BYTE_ORDER_MARK_AND_WHITESPACE = "\u00EF\u00BB\u00BF \t\r\n";

    Base64ContentDeserializer() {
        super(Bytes.class);
    }

    @Override
    public @Nullable Bytes deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (Bytes) context.handleUnexpectedToken(Bytes.class, json);
        }
        Optional<Bytes> decoded = json instanceof ScalarCapturingParser reply
                ? reply.unescapedString()
                        .map(Base64ContentDeserializer::skipDataUri)
                        .flatMap(Bytes::fromBase64)
                        .filter(content -> content.size() > 0)
                : Optional.empty();
        if (decoded.isPresent()) {
            return trimBeforeXml(decoded.get());
        }
        String text = LEADING_WHITESPACE.matcher(json.getText()).replaceFirst("");
        return text.isEmpty() ? null : decodeText(json, text);
    }

    private static Bytes decodeText(JsonParser json, String text) throws IOException {
        if (text.startsWith("<")) {
            return Bytes.of(text.strip().getBytes(StandardCharsets.UTF_8));
        }
        String base64 = DATA_URI.matcher(text)
                .replaceFirst("")
                .replaceAll("\\s+", "")
                .replace('-', '+')
                .replace('_', '/');
        return Bytes.fromBase64(ByteBuffer.wrap(base64.getBytes(StandardCharsets.UTF_8)))
                .map(Base64ContentDeserializer::trimBeforeXml)
                .orElseThrow(() -> JsonMappingException.from(json, "neither base64 nor XML"));
    }

    private static ByteBuffer skipDataUri(ByteBuffer text) {
        ByteBuffer start = text.slice(text.position(), Math.min(text.remaining(), MAX_DATA_URI));
        Matcher prefix = DATA_URI.matcher(StandardCharsets.ISO_8859_1.decode(start));
        return prefix.lookingAt() ? text.position(text.position() + prefix.end()) : text;
    }

    // XML may start with a byte order mark and blanks, which would prevent detection.
    private static Bytes trimBeforeXml(Bytes content) {
        if (MediaType.of(content).isPresent()) {
            return content;
        }
        byte[] bytes = content.toArray();
        int start = 0;
        while (start < bytes.length && BYTE_ORDER_MARK_AND_WHITESPACE.indexOf(bytes[start] & 0xFF) >= 0) {
            start++;
        }
        boolean isXml = start < bytes.length && bytes[start] == '<';
        return isXml ? Bytes.of(Arrays.copyOfRange(bytes, start, bytes.length)) : content;
    }
}

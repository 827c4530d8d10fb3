package dev.kycport.adapter.feign.internal;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Collects a JSON string as ISO-8859-1 bytes, chunk by chunk. Building a {@code String} of a base64 photo first would
 * cost more than reading and decoding it. Other characters become a question mark.
 */
final class Latin1TextWriter extends Writer {

    private final CharsetEncoder encoder = StandardCharsets.ISO_8859_1
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer bytes;

    private Latin1TextWriter(int length) {
        bytes = ByteBuffer.allocate(length);
    }

    /** The string at the current token. The parser can still return it in other forms. */
    static byte[] currentText(JsonParser json) throws IOException {
        Latin1TextWriter writer = new Latin1TextWriter(json.getTextLength());
        json.getText(writer);
        // A lone surrogate at the end leaves its byte unset; it must not look like base64.
        Arrays.fill(writer.bytes.array(), writer.bytes.position(), writer.bytes.limit(), (byte) '?');
        return writer.bytes.array();
    }

    @Override
    public void write(char[] text, int offset, int length) {
        encoder.encode(CharBuffer.wrap(text, offset, length), bytes, false);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}

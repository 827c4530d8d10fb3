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
 * Takes a JSON text as it was read, piece by piece, in a byte for each character. A photo in base64 would else be put together
 * as a {@code String} first, which costs more than to read and decode it. What has no such byte becomes a question mark.
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

    /** The text at which the parser stands, which it can still give otherwise. */
    static byte[] currentText(JsonParser json) throws IOException {
        Latin1TextWriter writer = new Latin1TextWriter(json.getTextLength());
        json.getText(writer);
        // Half a character at the very end leaves its place free, which is no base64 either.
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

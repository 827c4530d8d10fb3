package dev.kycport.adapter.feign.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A parser that records short strings and integers of the root object. If one part of a reply has the wrong type, the
 * vendor's id and code can still be read. It reads nothing twice, so a well-formed reply costs no more. A long string,
 * such as a photo, can be read without a copy of its text.
 */
public final class ScalarCapturingParser extends JsonParserDelegate {

    private static final int MAX_TEXT_LENGTH = 1024;

    private final ObjectNode captured = JsonNodeFactory.instance.objectNode();

    private final byte[] body;

    /**
     * Wraps a parser.
     *
     * @param body what the parser reads
     */
    public ScalarCapturingParser(JsonParser json, byte[] body) {
        super(json);
        this.body = body;
    }

    /**
     * The string at the current token as it is in the body; empty if it contains an escape sequence, or if the body is not UTF-8. The
     * token can still be read in other forms.
     */
    public Optional<ByteBuffer> unescapedString() {
        int start = (int) currentTokenLocation().getByteOffset() + 1;
        if (start < 1 || body[start - 1] != '"') {
            return Optional.empty();
        }
        int end = start;
        while (end < body.length && body[end] != '"' && body[end] != '\\') {
            end++;
        }
        return end < body.length && body[end] == '"'
                ? Optional.of(ByteBuffer.wrap(body, start, end - start))
                : Optional.empty();
    }

    @Override
    public String getText() throws IOException {
        String text = super.getText();
        if (isRootScalar() && text.length() <= MAX_TEXT_LENGTH) {
            captured.put(currentName(), text);
        }
        return text;
    }

    /** Reads on to the end of the root value, past the part that could not be decoded. */
    public JsonNode readToEnd() throws IOException {
        for (JsonToken token = currentToken();
                token != null && !getParsingContext().inRoot();
                token = nextToken()) {
            if (isRootScalar() && getTextLength() <= MAX_TEXT_LENGTH) {
                captured.put(currentName(), super.getText());
            }
        }
        return captured;
    }

    private boolean isRootScalar() {
        JsonStreamContext context = getParsingContext();
        return (hasToken(JsonToken.VALUE_STRING) || hasToken(JsonToken.VALUE_NUMBER_INT))
                && context.inObject()
                && context.getParent().inRoot();
    }
}

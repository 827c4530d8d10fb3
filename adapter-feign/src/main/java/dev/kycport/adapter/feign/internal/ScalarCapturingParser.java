package dev.kycport.adapter.feign.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * A parser that records short strings and integers of the root object. If one part of a reply has the wrong type, the
 * vendor's id and code can still be read. It reads nothing twice, so a well-formed reply costs no more.
 */
public final class ScalarCapturingParser extends JsonParserDelegate {

    private static final int MAX_TEXT_LENGTH = 1024;

    private final ObjectNode captured = JsonNodeFactory.instance.objectNode();

    public ScalarCapturingParser(JsonParser json) {
        super(json);
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

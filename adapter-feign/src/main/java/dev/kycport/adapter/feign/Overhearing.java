package dev.kycport.adapter.feign;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * A parser that remembers the short texts and whole numbers that it gave out of the outermost object: where one part of a
 * reply is of the wrong type, the rest of it can still be quoted and taken at its word. It reads nothing that is not read
 * anyway, so that a reply in order costs no more.
 */
final class Overhearing extends JsonParserDelegate {

    private static final int LONGEST = 1024;

    private final ObjectNode heard = JsonNodeFactory.instance.objectNode();

    Overhearing(JsonParser json) {
        super(json);
    }

    @Override
    public String getText() throws IOException {
        String text = super.getText();
        if (isSaidOutright() && text.length() <= LONGEST) {
            heard.put(currentName(), text);
        }
        return text;
    }

    /** Reads on to the end of the value, past whatever the decoder stumbled over. */
    JsonNode toTheEnd() throws IOException {
        for (JsonToken at = currentToken(); at != null && !getParsingContext().inRoot(); at = nextToken()) {
            if (isSaidOutright() && getTextLength() <= LONGEST) {
                heard.put(currentName(), super.getText());
            }
        }
        return heard;
    }

    private boolean isSaidOutright() {
        JsonStreamContext around = getParsingContext();
        return (hasToken(JsonToken.VALUE_STRING) || hasToken(JsonToken.VALUE_NUMBER_INT))
                && around.inObject()
                && around.getParent().inRoot();
    }
}

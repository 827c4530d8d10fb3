package dev.kycport.adapter.feign.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** Reads a text that some vendors write as an integer, perhaps with a zero fraction: an id, a code, a post code. */
public final class TextOrNumberDeserializer extends StdScalarDeserializer<String> {

    /** For Jackson. */
    public TextOrNumberDeserializer() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.hasToken(JsonToken.VALUE_STRING) || json.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            return json.getText();
        }
        if (json.hasToken(JsonToken.VALUE_NUMBER_FLOAT)
                && json.getDecimalValue().stripTrailingZeros().scale() <= 0) {
            return json.getDecimalValue().toBigInteger().toString();
        }
        return (String) context.handleUnexpectedToken(String.class, json);
    }
}

package dev.kycport.host.cli.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Prints JSON in ASCII, so that every character set can carry it. */
public final class JsonPrinter {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JsonPrinter() {}

    /** Prints one indented object and flushes. */
    public static void print(JsonNode json, Terminal terminal) {
        terminal.writer().println(text(MAPPER.writerWithDefaultPrettyPrinter(), json));
        terminal.flush();
    }

    /** Prints one of many objects on one line, without flushing. */
    public static void printLine(JsonNode json, Terminal terminal) {
        terminal.writer().println(text(MAPPER.writer(), json));
    }

    private static String text(ObjectWriter writer, JsonNode json) {
        try {
            return writer.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of JSON nodes can always be written", impossible);
        }
    }
}

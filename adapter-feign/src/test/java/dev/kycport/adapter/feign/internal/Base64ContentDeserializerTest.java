package dev.kycport.adapter.feign.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kycport.domain.Bytes;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class Base64ContentDeserializerTest {

    private final ObjectMapper json = ObjectMapperFactory.create(1024 * 1024);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"aGVsbG8=\"",
                "\"aGVsbG8\"",
                "\"data:image/png;base64,aGVsbG8=\"",
                "\" \\nDATA:image/PNG;Base64,aGVsbG8=\"",
                "\"aGVs\\nbG8=\\r\\n\"",
                "\" aGVsbG8= \""
            })
    void base64_is_decoded_whatever_is_around_it(String text) throws IOException {
        assertThat(read(text)).isEqualTo(bytes("hello"));
    }

    @Test
    void xml_is_taken_as_it_is() throws IOException {
        assertThat(read("\" <a>é</a>\"")).isEqualTo(bytes("<a>é</a>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF<a/>", " \r\n\t<a/>", "\uFEFF\n <a/>"})
    void xml_begins_where_it_begins_in_base64_too(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().encodeToString(utf8);

        assertThat(read(json.writeValueAsString(text))).isEqualTo(bytes("<a/>"));
        assertThat(read('"' + base64 + '"')).isEqualTo(bytes("<a/>"));
        assertThat(read("\"data:;base64," + base64 + '"')).isEqualTo(bytes("<a/>"));
    }

    @Test
    void blanks_before_anything_else_are_part_of_it() throws IOException {
        assertThat(read("\"IGhp\"")).isEqualTo(bytes(" hi"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000, 5999, 6000, 6001, 60 * 1024, 200_001})
    void content_of_any_size_is_read_whole(int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        String base64 = Base64.getEncoder().encodeToString(content);

        assertThat(read('"' + base64 + '"')).isEqualTo(Bytes.of(content));
        assertThat(read("\"data:;base64," + base64 + '"')).isEqualTo(Bytes.of(content));
    }

    @Test
    void long_xml_is_taken_as_it_is() throws IOException {
        String xml = "<a>" + "é\uD83D\uDE00ab".repeat(2000) + "</a>";

        assertThat(read('"' + xml + '"')).isEqualTo(bytes(xml));
    }

    @Test
    void a_prefix_before_nothing_is_content_without_bytes() throws IOException {
        assertThat(read("\"data:image/png;base64,\"")).isEqualTo(bytes(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"***\"",
                "\"a\"",
                "\"aGVsbG8é\"",
                "\"aGVs\\uD83D\"",
                "\"\\uDE00aGVs\"",
                "\"aG\\uD83D\\uDE00Vs\"",
                "12",
                "{}",
                "[1]",
                "true"
            })
    void anything_else_is_malformed(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void the_encoding_of_the_reply_does_not_matter(String charset) throws IOException {
        byte[] body = "\uFEFF{\"other\":\"é\",\"content\":\"aGVsbG8=\"}".getBytes(Charset.forName(charset));

        try (JsonParser parser = new ScalarCapturingParser(json.createParser(body), body)) {
            assertThat(json.readValue(parser, Content.class).content()).isEqualTo(bytes("hello"));
        }
    }

    @Test
    void an_empty_text_is_no_content() throws IOException {
        assertThat(read("\"\"")).isNull();
        assertThat(read("\" \\n\"")).isNull();
    }

    // Replies are read with the body at hand, a part of another document without it. Both give the same.
    private @Nullable Bytes read(String text) throws IOException {
        byte[] body = ("{\"content\":" + text + "}").getBytes(StandardCharsets.UTF_8);
        try (JsonParser parser = new ScalarCapturingParser(json.createParser(body), body)) {
            @Nullable Content reply = json.readValue(parser, Content.class);
            @Nullable Bytes content = json.readValue(text, Bytes.class);
            assertThat(reply.content()).isEqualTo(content);
            assertThat(parser.nextToken()).isNull();
            return content;
        }
    }

    /** A reply. */
    record Content(@Nullable Bytes content) {}

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}

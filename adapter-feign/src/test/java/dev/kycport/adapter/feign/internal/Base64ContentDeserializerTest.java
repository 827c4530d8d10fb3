package dev.kycport.adapter.feign.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kycport.domain.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
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
    void base64_is_decoded_whatever_is_around_it(String text) throws JsonProcessingException {
        assertThat(json.readValue(text, Bytes.class)).isEqualTo(bytes("hello"));
    }

    @Test
    void xml_is_taken_as_it_is() throws JsonProcessingException {
        assertThat(json.readValue("\" <a>é</a>\"", Bytes.class)).isEqualTo(bytes("<a>é</a>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF<a/>", " \r\n\t<a/>", "\uFEFF\n <a/>"})
    void xml_begins_where_it_begins_in_base64_too(String text) throws JsonProcessingException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().encodeToString(utf8);

        assertThat(json.readValue(json.writeValueAsString(text), Bytes.class)).isEqualTo(bytes("<a/>"));
        assertThat(json.readValue('"' + base64 + '"', Bytes.class)).isEqualTo(bytes("<a/>"));
        assertThat(json.readValue("\"data:;base64," + base64 + '"', Bytes.class))
                .isEqualTo(bytes("<a/>"));
    }

    @Test
    void blanks_before_anything_else_are_part_of_it() throws JsonProcessingException {
        assertThat(json.readValue("\"IGhp\"", Bytes.class)).isEqualTo(bytes(" hi"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000, 5999, 6000, 6001, 60 * 1024, 200_001})
    void content_of_any_size_is_read_whole(int size) throws JsonProcessingException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        String base64 = Base64.getEncoder().encodeToString(content);

        assertThat(json.readValue('"' + base64 + '"', Bytes.class)).isEqualTo(Bytes.of(content));
        assertThat(json.readValue("\"data:;base64," + base64 + '"', Bytes.class))
                .isEqualTo(Bytes.of(content));
    }

    @Test
    void long_xml_is_taken_as_it_is() throws JsonProcessingException {
        String xml = "<a>" + "é\uD83D\uDE00ab".repeat(2000) + "</a>";

        assertThat(json.readValue('"' + xml + '"', Bytes.class)).isEqualTo(bytes(xml));
    }

    @Test
    void a_prefix_before_nothing_is_content_without_bytes() throws JsonProcessingException {
        assertThat(json.readValue("\"data:image/png;base64,\"", Bytes.class)).isEqualTo(bytes(""));
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
        assertThatThrownBy(() -> json.readValue(text, Bytes.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void an_empty_text_is_no_content() throws JsonProcessingException {
        assertThat(json.readValue("\"\"", Bytes.class)).isNull();
        assertThat(json.readValue("\" \\n\"", Bytes.class)).isNull();
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}

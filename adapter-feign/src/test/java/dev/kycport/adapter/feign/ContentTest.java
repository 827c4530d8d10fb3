package dev.kycport.adapter.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kycport.domain.Bytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ContentTest {

    private final ObjectMapper json = Json.mapper(1024);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"aGVsbG8=\"",
                "\"aGVsbG8\"",
                "\"data:image/png;base64,aGVsbG8=\"",
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
    @ValueSource(strings = {"\"***\"", "\"a\"", "12", "{}", "[1]", "true"})
    void anything_else_is_malformed(String text) {
        assertThatThrownBy(() -> json.readValue(text, Bytes.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void an_empty_text_is_no_content() throws JsonProcessingException {
        assertThat(json.readValue("\"\"", Bytes.class)).isNull();
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}

package dev.kycport.adapter.feign.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kycport.adapter.feign.internal.ObjectMapperFactory;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Address.Part;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class OptionalPartTest {

    record Reply(OptionalPart<String> text, OptionalPart<Bytes> photo, OptionalPart<JsonNode> address, String last) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'text': null, 'photo': null, 'address': null}",
                "{'photo': '', 'address': ''}",
                "{'address': []}"
            })
    void what_is_missing_null_or_empty_is_absent(String json) throws JsonProcessingException {
        Reply reply = read(json);

        assertThat(reply.text()).isEqualTo(OptionalPart.absent());
        assertThat(reply.photo()).isEqualTo(OptionalPart.absent());
        assertThat(address(reply)).isEqualTo(OptionalPart.absent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "{'a': {'b': [1]}}", "[[1], {}]", "1.5"})
    void a_text_of_another_type_is_unreadable_and_the_rest_is_read(String value) throws JsonProcessingException {
        Reply reply = read("{'text': " + value + ", 'last': 'end'}");

        assertThat(reply.text()).isEqualTo(OptionalPart.unreadable());
        assertThat(reply.last()).isEqualTo("end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"5", "'https://files.example.com/p.jpg'", "'%%%'", "{'url': 'x'}", "['/9j/']", "false", "'AAAAA'"
            })
    void content_that_is_no_base64_is_unreadable_and_the_rest_is_read(String value) throws JsonProcessingException {
        Reply reply = read("{'photo': " + value + ", 'last': 'end'}");

        assertThat(reply.photo()).isEqualTo(OptionalPart.unreadable());
        assertThat(reply.last()).isEqualTo("end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'1, 1st Main'", "['1st Main']", "12", "true"})
    void an_address_that_is_no_object_is_unreadable(String value) throws JsonProcessingException {
        assertThat(address(read("{'address': " + value + "}"))).isEqualTo(OptionalPart.unreadable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'12'", "12", "' 12 '", "12.0"})
    void a_whole_number_is_a_text(String value) throws JsonProcessingException {
        assertThat(OptionalText.nonBlank(read("{'text': " + value + "}").text().value()))
                .hasValue("12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'house': 1, 'street': 'null'}",
                "{'house': '1', 'street': {}}",
                "{'house': '1', 'street': 'N/A'}"
            })
    void a_part_of_an_address_that_is_a_placeholder_is_left_out(String value) throws JsonProcessingException {
        assertThat(address(read("{'address': " + value + "}")))
                .isEqualTo(OptionalPart.of(new Address(Map.of(Part.HOUSE, "1"))));
    }

    private static OptionalPart<Address> address(Reply reply) {
        return IdentityFieldParsers.parseAddress(reply.address(), Map.of(Part.HOUSE, "house", Part.STREET, "street"));
    }

    private static Reply read(String json) throws JsonProcessingException {
        return ObjectMapperFactory.create(10_000).readValue(json.replace('\'', '"'), Reply.class);
    }
}

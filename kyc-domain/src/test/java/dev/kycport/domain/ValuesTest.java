package dev.kycport.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.consent.ConsentId;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ValuesTest {

    @ParameterizedTest
    @EnumSource
    void a_flow_is_found_by_its_code(Flow flow) {
        assertThat(Flow.fromCode(flow.code())).contains(flow);
    }

    @Test
    void a_flow_has_no_other_name() {
        assertThat(Flow.fromCode("DIRECT_OTP")).isEmpty();
    }

    @Test
    void every_call_has_a_code_of_its_own() {
        assertThat(ProviderCall.values())
                .extracting(ProviderCall::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z-]+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "deepvue", "fake-2", "a2345678901234567890123456789012"})
    void a_provider_has_a_plain_name(String name) {
        assertThat(ProviderId.tryParse(name)).contains(new ProviderId(name));
        assertThat(new ProviderId(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2fake", "Fake", "-fake", "fa ke", "fake\n", "fäke", "a23456789012345678901234567890123"})
    void no_other_text_names_a_provider(String name) {
        assertThat(ProviderId.tryParse(name)).isEmpty();
        assertThatThrownBy(() -> new ProviderId(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ids_are_128_bits_as_22_characters() {
        byte[] ones = new byte[16];
        Arrays.fill(ones, (byte) 0xFF);

        assertThat(SessionId.of(ones)).hasToString("_____________________w");
        assertThat(ConsentId.of(ones)).hasToString("_____________________w");
        assertThat(SessionId.of(new byte[16]).value()).isEqualTo("A".repeat(22));
    }

    @Test
    void ids_are_found_by_name() {
        String name = "AbcdefghijklmnopqrsT_-";

        assertThat(SessionId.tryParse(name)).contains(new SessionId(name));
        assertThat(ConsentId.tryParse(name)).contains(new ConsentId(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAA/",
                "AAAAAAAAAAAAAAAAAAAAA\n"
            })
    void no_other_text_is_an_id(String name) {
        assertThat(SessionId.tryParse(name)).isEmpty();
        assertThat(ConsentId.tryParse(name)).isEmpty();
        assertThatThrownBy(() -> new SessionId(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConsentId(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_reference_is_visible_ascii_up_to_its_longest() {
        String longest = "r".repeat(ProviderReference.MAX_LENGTH);

        assertThat(ProviderReference.tryParse("!")).hasValue(new ProviderReference("!"));
        assertThat(ProviderReference.tryParse("~")).hasValue(new ProviderReference("~"));
        assertThat(ProviderReference.tryParse(longest)).hasValue(new ProviderReference(longest));
        assertThat(ProviderReference.tryParse(longest + "r")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\u007f", "a\n", "é"})
    void other_references_are_refused(String text) {
        assertThat(ProviderReference.tryParse(text)).isEmpty();
        assertThatThrownBy(() -> new ProviderReference(text)).isInstanceOf(IllegalArgumentException.class);
    }
}

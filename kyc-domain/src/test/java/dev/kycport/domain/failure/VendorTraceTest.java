package dev.kycport.domain.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.TestValues;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P2")
class VendorTraceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TXN_1",
                "!~",
                "TID0000000000000000000000000abc002e",
                "00000000-0000-0000-0000-000000000001",
                "123456",
                "001920260101000000000",
                "199941057058"
            })
    void an_id_is_quoted(String text) {
        assertThat(trace(text).transaction()).contains(text);
        assertThat(trace(text).vendorCode()).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "no such number",
                "code\n",
                "kód",
                "a\u007f",
                "999941057058",
                "9171234567890125",
                "for-999941057058",
                "999941057058/x",
                "TXN9171234567890125"
            })
    void a_sentence_or_a_number_is_not(String text) {
        assertThat(trace(text).transaction()).isEmpty();
        assertThat(trace(text).vendorCode()).isEmpty();
    }

    @Test
    void an_id_has_at_most_128_characters() {
        assertThat(trace("t".repeat(128)).transaction()).isPresent();
        assertThat(trace("t".repeat(129)).transaction()).isEmpty();
    }

    @Test
    void a_call_without_an_answer_leaves_no_trace_but_the_provider() {
        assertThat(VendorTrace.of(TestValues.anyProvider()))
                .isEqualTo(new VendorTrace(
                        TestValues.anyProvider(), Optional.empty(), Optional.empty(), OptionalInt.empty()));
    }

    private static VendorTrace trace(String text) {
        return new VendorTrace(TestValues.anyProvider(), Optional.of(text), Optional.of(text), OptionalInt.of(500));
    }
}

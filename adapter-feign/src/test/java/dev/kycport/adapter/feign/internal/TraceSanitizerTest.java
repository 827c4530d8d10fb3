package dev.kycport.adapter.feign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class TraceSanitizerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000abc0016",
                "TID0123456789abcdef0123456789abcdef",
                "7b1e6f0a-5c7d-4a51-9a55-0f4a1b2c3d4e",
                "12345678",
                "a1b999941057050cdef0123a5678bcdefab",
                "9999999900000003",
                "aadhaar_v2_Test"
            })
    void the_ids_of_vendors_are_quoted(String id) {
        assertThat(TraceSanitizer.isQuotableId(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456",
                "999941057058",
                "tx-999941057058",
                "999941057058_1",
                "9999999900000002",
                "tx.9999999900000002",
                "ab999941057058cd",
                "a b",
                ""
            })
    void what_a_person_may_have_typed_is_not(String id) {
        assertThat(TraceSanitizer.isQuotableId(id)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SOURCE_FAILURE", "500", "E-101", "ERR_1001", "E00421", "otp.invalid"})
    void the_codes_of_vendors_are_quoted(String code) {
        assertThat(TraceSanitizer.isQuotableCode(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234", "123456", "BAD_123456", "E1234567", "code 123456 is wrong", "Invalid OTP", ""})
    void sentences_and_digits_are_not(String code) {
        assertThat(TraceSanitizer.isQuotableCode(code)).isFalse();
    }
}

package dev.kycport.adapter.jdbc.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.ports.store.StoreUnavailableException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys of a store as text. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class StoreKeysTest {

    private static final StoreKeys KEYS = StoreKeys.generate();

    @Test
    void they_come_back_from_their_text() {
        StoreKeys read = StoreKeys.parse("here", KEYS.reveal());

        assertThat(read.reveal()).isEqualTo(KEYS.reveal());
    }

    @Test
    void their_text_is_one_line_so_that_a_variable_can_hold_it() {
        assertThat(KEYS.reveal()).doesNotContain("\n").isPrintable();
    }

    @Test
    void no_two_are_the_same() {
        assertThat(StoreKeys.generate().reveal()).isNotEqualTo(KEYS.reveal());
    }

    @Test
    void they_print_nothing_but_ids() {
        assertThat(KEYS).hasToString("StoreKeys[hidden]");
        assertThat(KEYS.identity()).hasToString("TinkKeyset[" + KEYS.identity().primary() + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "canary-secret-x0Rt72", "{\"identity\": canary-secret-x0Rt72}", "'"})
    void what_is_not_JSON_is_refused_without_a_word_of_it(String text) {
        assertThatThrownBy(() -> StoreKeys.parse("kyc.store.keys", text))
                .isInstanceOf(StoreUnavailableException.class)
                .hasNoCause()
                .hasMessage("kyc.store.keys holds no keys: it is not JSON. Make a key file with: kyc keys new FILE");
    }

    static Stream<String> withoutIdentityKeys() {
        return Stream.of(
                "",
                "[]",
                "null",
                "7",
                "{}",
                "{\"identity\":7}",
                "{\"identity\":{}}",
                "{\"identity\":{\"primaryKeyId\":1,\"key\":[]}}",
                "{\"numbers\":" + KEYS.numbers().reveal() + "}",
                "{\"identity\":" + KEYS.numbers().reveal() + ",\"numbers\":"
                        + KEYS.numbers().reveal() + "}",
                KEYS.reveal().replaceAll("\"value\":\"[^\"]*\"", "\"value\":\"canary\""),
                KEYS.reveal().replaceAll("\"value\":\"[^\"]*\"", "\"value\":\"Y2FuYXJ5\""),
                KEYS.reveal().replaceAll("\"keyId\":[0-9]+", "\"keyId\":\"canary\""),
                KEYS.reveal().replaceAll("\"primaryKeyId\":[0-9]+", "\"primaryKeyId\":12"),
                KEYS.reveal().replace("TINK", "RAW"),
                KEYS.reveal().replace("SYMMETRIC", "canary"),
                KEYS.reveal().replace("ENABLED", "DISABLED"));
    }

    @ParameterizedTest
    @MethodSource("withoutIdentityKeys")
    void what_holds_no_keys_to_seal_with_is_refused_without_a_word_of_it(String text) {
        assertThatThrownBy(() -> StoreKeys.parse("kyc.store.keys", text))
                .isInstanceOf(StoreUnavailableException.class)
                .hasNoCause()
                .hasMessage(
                        "kyc.store.keys holds no usable keys for \"identity\": it must be a Tink keyset of AES-256-GCM."
                                + " Make a key file with: kyc keys new FILE");
    }

    @Test
    void a_missing_key_for_numbers_is_named() {
        String half = "{\"identity\":" + KEYS.identity().reveal() + "}";

        assertThatThrownBy(() -> StoreKeys.parse("kyc.store.keys", half))
                .hasMessage(
                        "kyc.store.keys holds no usable keys for \"numbers\": it must be a Tink keyset of HMAC-SHA-256."
                                + " Make a key file with: kyc keys new FILE");
    }
}

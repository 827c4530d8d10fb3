package dev.kycport.domain.digilocker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.TestValues;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.InputRejection;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReturnUrlTest {

    @Test
    void parameters_are_decoded() {
        assertThat(parameters("https://host.example/back?code=a%2Bb+c&state=s%3D1&flag&empty="))
                .isEqualTo(Map.of("code", "a+b c", "state", "s=1", "flag", "", "empty", ""));
    }

    @Test
    void they_keep_their_order() {
        assertThat(parameters("?b=1&a=2&c=3").keySet()).containsExactly("b", "a", "c");
    }

    @Test
    void the_query_alone_is_enough() {
        assertThat(parameters("?code=granted&state=s-1")).isEqualTo(Map.of("code", "granted", "state", "s-1"));
    }

    @Test
    void of_a_repeated_parameter_the_first_counts() {
        assertThat(parameters("?state=ours&state=theirs")).containsExactly(Map.entry("state", "ours"));
    }

    @Test
    void a_fragment_is_no_parameter() {
        assertThat(parameters("?code=granted#_=_")).isEqualTo(Map.of("code", "granted"));
        assertThat(parameters("?#code=granted")).isEqualTo(Map.of("", ""));
    }

    @Test
    void a_value_may_hold_signs_of_its_own() {
        assertThat(parameters("?code=a=b?c")).isEqualTo(Map.of("code", "a=b?c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://host.example/back", "code=granted", "https://host.example/back#code=granted"})
    void without_a_query_it_is_no_return(String text) {
        assertThat(ReturnUrl.parse(text).getLeft().summary()).isEqualTo("return-url has no query");
    }

    @ParameterizedTest
    @CsvSource({"?code=%, %", "?code=%4, %4", "?code=%zz&a=b, %zz", "?a=50%off&code=c%2Bd, c+d", "?code=%25&%g1=x, %"})
    void a_percent_sign_that_encodes_nothing_stands_for_itself(String text, String code) {
        assertThat(parameters(text)).containsEntry("code", code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://host.example/back?sid=1?code=granted&state=s-1",
                "https://host.example/back?code=granted&amp;state=s-1",
                "https://host.example/back?sid=1?state=s-1?code=granted",
                "  https://host.example/back?code=granted&state=s-1 ",
                "\uFEFF\u00A0?code=granted&state=s-1\u00A0\r\n",
                "https://host.example/ba\r\nck?code=gran\nted&state=s-1"
            })
    void what_happens_to_a_url_on_the_way_is_forgiven(String text) {
        assertThat(parameters(text)).containsEntry("code", "granted").containsEntry("state", "s-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n", "?\u0000", "?\uD800"})
    void nothing_and_controls_are_refused(String text) {
        assertThat(((InputRejection) ReturnUrl.parse(text).getLeft()).field()).isEqualTo(InputField.RETURN_URL);
    }

    @Test
    void a_return_has_at_most_8192_characters() {
        assertThat(ReturnUrl.parse("?" + "a".repeat(8191)).isRight()).isTrue();
        assertThat(ReturnUrl.parse("?" + "a".repeat(8192)).isLeft()).isTrue();
    }

    @Test
    void a_code_is_text_of_at_most_2048_characters() {
        assertThat(AuthorizationCode.parse("c".repeat(2048)).isRight()).isTrue();
        assertThat(((InputRejection) AuthorizationCode.parse("c".repeat(2049)).getLeft()).field())
                .isEqualTo(InputField.AUTHORIZATION_CODE);
        assertThat(AuthorizationCode.parse("").isLeft()).isTrue();
    }

    @Test
    void a_state_matches_itself_alone_and_hides() {
        OAuthState state = new OAuthState("s-1");

        assertThat(state.matches("s-1")).isTrue();
        assertThat(state.matches("s-2")).isFalse();
        assertThat(state.matches("s-")).isFalse();
        assertThat(state.matches("")).isFalse();
        assertThat(state.matches("S-1")).isFalse();
        assertThat(state.matches(" s-1 ")).isTrue();
        assertThat(new OAuthState("ab+cd==").matches("ab cd==")).isTrue();
        assertThat(new OAuthState("ab+cd==").matches("abcd==")).isFalse();
        assertThat(state).hasToString("OAuthState[hidden]");
    }

    @Test
    void a_state_has_1_to_512_characters() {
        assertThat(new OAuthState("s".repeat(512)).value()).hasSize(512);
        assertThatThrownBy(() -> new OAuthState("s".repeat(513))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OAuthState(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_a_return_says_prints_as_nothing() {
        assertThat(TestValues.granted("s-1")).hasToString("Granted[hidden]");
        assertThat(TestValues.refused("s-1")).hasToString("Refused[hidden]");
        assertThat(TestValues.anyRequest()).hasToString("AuthorizationRequest[digilocker.example]");
    }

    @Test
    void a_return_is_a_grant_or_a_refusal() {
        AuthorizationCallback granted = TestValues.granted("s-1");
        AuthorizationCallback refused = TestValues.refused("s-1");

        assertThat(granted.<String>match(yes -> "granted", no -> "refused")).isEqualTo("granted");
        assertThat(refused.<String>match(yes -> "granted", no -> "refused")).isEqualTo("refused");
    }

    private static Map<String, String> parameters(String text) {
        return ReturnUrl.parse(text).get().revealParameters();
    }
}

package dev.kycport.tck.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.digilocker.AuthorizationCallback;
import io.vavr.control.Either;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CanaryTest {

    private static final Canary CANARY = Canary.DEFAULT;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999941057058",
                "uid=999941057058&x",
                "9999 4105 7058",
                "9999-4105-7058",
                "9999%204105%207058",
                "9999+4105+7058",
                "99994105XXXX",
                "id1999941057058000",
                "393939393431303537303538"
            })
    void the_number_is_found_in_every_dress(String text) {
        assertThat(CANARY.findIn("text", text)).containsExactly("number in text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc"})
    void secrets_are_found_in_base64_wherever_they_start(String before) {
        String text = Base64.getEncoder()
                .encodeToString((before + CANARY.number() + "!" + CANARY.otp() + "?").getBytes(StandardCharsets.UTF_8));

        assertThat(CANARY.findIn("text", text)).contains("number in text", "otp in text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XXXX XXXX 7058", "7058", "code 719306", "id 47193052", ""})
    void what_may_be_shown_is_no_finding(String text) {
        assertThat(CANARY.findIn("text", text)).isEmpty();
    }

    @Test
    void a_percent_encoded_grant_is_found() {
        assertThat(CANARY.findIn("url", URI.create("https://x.example/?code=grant%2Bcanary%2F5d1f7c")))
                .containsExactly("code in url");
    }

    @Test
    void causes_and_suppressed_exceptions_are_searched() {
        Exception outer = new IllegalStateException("failed", new RuntimeException(CANARY.captcha()));
        outer.addSuppressed(new RuntimeException(CANARY.clientSecret()));

        assertThat(CANARY.findIn("thrown", outer))
                .anyMatch(found -> found.startsWith("captcha in thrown.cause"))
                .anyMatch(found -> found.startsWith("client-secret in thrown.suppressed"));
    }

    @Test
    void fields_are_searched_though_they_print_nothing() {
        Map<String, Object> nested =
                Map.of("a", List.of(Optional.of(Either.left(new SilentRecord(Bytes.of(bytes(CANARY.number())))))));

        assertThat(CANARY.findIn("result", nested)).containsExactly("number in result[a].content");
    }

    @Test
    void a_secret_may_hold_what_it_does_not_print() {
        AuthorizationCallback granted = new AuthorizationCallback.Granted("s", CANARY.grant());

        assertThat(CANARY.findIn("return", granted)).isEmpty();
    }

    @Test
    void hiding_leaves_names_instead_of_secrets() {
        assertThat(CANARY.redact("POST /x?n=9999 4105 7058&o=719305")).isEqualTo("POST /x?n=${number}&o=${otp}");
    }

    @Test
    void a_walk_in_circles_ends() {
        Object[] circle = new Object[1];
        circle[0] = List.of((Object) circle);

        assertThat(CANARY.findIn("circle", circle)).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private record SilentRecord(Bytes content) {
        @Override
        public String toString() {
            return "Reticent";
        }
    }
}

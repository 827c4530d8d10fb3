package dev.kycport.domain.digilocker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.InputRejection;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RedirectUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://host.example", "https://host.example:8443/back?tenant=7", "http://localhost/back",
                "http://localhost:8080/back", "http://127.0.0.1:8080", "http://[::1]:8080/back",
                "HTTPS://host.example/back", "HtTp://LocalHost/back"
            })
    void https_and_loopback_are_accepted(String text) {
        assertThat(RedirectUrl.parse(text).get().value()).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://host.example/back",
                "http://localhost.evil.example/",
                "http://127.0.0.1.evil.example/",
                "http:///back",
                "ftp://host.example",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "//host.example/back",
                "/back",
                "host.example",
                "https:/back",
                "https:///back",
                "https://host.example/back#part",
                "http://localhost/#part",
                "mailto:asha@host.example",
                "https://exämple.in/back"
            })
    void other_places_are_refused_without_being_echoed(String text) {
        InputRejection rejection = (InputRejection) RedirectUrl.parse(text).getLeft();

        assertThat(rejection.summary())
                .isEqualTo("redirect-url must be an https URL without a fragment, or http on a loopback address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://host.example/a b", "https://host .example", "https://", "https://[::1", "%"})
    void what_is_no_url_is_refused(String text) {
        assertThat(RedirectUrl.parse(text).getLeft().summary()).isEqualTo("redirect-url is not a URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://host.example/back?id=999941057058",
                "https://host.example/back?id=9999%204105%207058",
                "https://host.example/9171-2345-6789-0125"
            })
    void an_identity_number_in_it_is_refused(String text) {
        assertThat(RedirectUrl.parse(text).getLeft().summary())
                .isEqualTo("redirect-url must not contain an identity number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "https://host.example/\n", "https://host.example/\u0000"})
    void blanks_and_controls_are_refused(String text) {
        assertThat(((InputRejection) RedirectUrl.parse(text).getLeft()).field()).isEqualTo(InputField.REDIRECT_URL);
    }

    @Test
    void a_url_has_at_most_2048_characters() {
        String url = "https://host.example/";

        assertThat(RedirectUrl.parse(url + "a".repeat(2048 - url.length())).isRight())
                .isTrue();
        assertThat(RedirectUrl.parse(url + "a".repeat(2049 - url.length())).isLeft())
                .isTrue();
    }
}

package dev.kycport.adapter.deepvue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.feign.HttpSettings;
import dev.kycport.domain.digilocker.AuthorizationCallback;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DeepvueCallbackTest {

    private final DeepvueConfig defaults = DeepvueRecordings.config(new HttpSettings(
            URI.create("http://127.0.0.1"),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            1024,
            HttpSettings.DEFAULT_KEEP_ALIVE));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?code=c1&state=s1",
                "?digilocker_code=c1&state=s1",
                "?code=c1&transaction_id=s1",
                "?digilocker_code=c1&initial_deepvue_transaction_id=s1",
                "?status=SUCCESS&code=c1&state=s1&scope=files",
                "?error=&code=c1&state=s1"
            })
    void every_likely_name_of_code_and_state_is_a_grant(String query) {
        AuthorizationCallback granted = read(query, defaults).get();

        assertThat(granted.state()).isEqualTo("s1");
        assertThat(granted.<String>match(grant -> grant.code().reveal(), refusal -> "refused"))
                .isEqualTo("c1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?error=access_denied&error_description=User%20denied%20access&state=s1",
                "?error=access_denied&code=c1&state=s1",
                "?error=ACCESS_DENIED&scope=&state=s1",
                "?error=user_denied&state=s1",
                "?error=consent_declined&state=s1",
                "?error=user%20cancelled&state=s1"
            })
    void a_refusal_is_one_even_beside_a_code(String query) {
        assertThat(read(query, defaults).get()).isEqualTo(new AuthorizationCallback.Refused("s1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server_error",
                "temporarily_unavailable",
                "invalid_request",
                "invalid_scope",
                "unauthorized_client",
                "unsupported_response_type",
                "something_new",
                "server_error&code=c1"
            })
    void an_error_that_is_not_the_persons_is_neither_refusal_nor_grant(String error) {
        assertThat(((InputRejection) read("?state=s1&error=" + error, defaults).getLeft()).field())
                .isEqualTo(InputField.AUTHORIZATION_CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?code=c1&state=s1&scope=", "?code=c1&state=s1&scope=%20", "?state=s1&scope="})
    void an_empty_scope_is_nothing_shared_whether_or_not_a_code_is_beside_it(String query) {
        assertThat(read(query, defaults).get()).isEqualTo(new AuthorizationCallback.Refused("s1", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?code=c1", "?error=access_denied", "?code=c1&state=", "?"})
    void without_a_state_nothing_else_counts(String query) {
        assertThat(((InputRejection) read(query, defaults).getLeft()).field()).isEqualTo(InputField.STATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?state=s1", "?state=s1&code=", "?state=s1&status=SUCCESS", "?state=s1&scope=files"})
    void a_return_that_brings_no_code_is_no_grant(String query) {
        assertThat(((InputRejection) read(query, defaults).getLeft()).field()).isEqualTo(InputField.AUTHORIZATION_CODE);
    }

    @Test
    void other_names_can_be_configured() {
        DeepvueConfig others = new DeepvueConfig(
                defaults.http(),
                defaults.clientId(),
                defaults.clientSecret(),
                true,
                List.of("grant"),
                List.of("tx"),
                List.of("denied"));

        assertThat(read("?grant=g1&tx=t1", others).get().state()).isEqualTo("t1");
        assertThat(read("?denied=1&tx=t1", others).get()).isEqualTo(new AuthorizationCallback.Refused("t1"));
        assertThat(((InputRejection) read("?code=c1&state=s1", others).getLeft()).field())
                .isEqualTo(InputField.STATE);
    }

    private static Either<KycFailure, AuthorizationCallback> read(String query, DeepvueConfig config) {
        ReturnUrl url =
                ReturnUrl.parse("https://host.example/kyc/return" + query).get();
        return DeepvueAuthorizationMapper.parseCallback(url.revealParameters(), config);
    }
}

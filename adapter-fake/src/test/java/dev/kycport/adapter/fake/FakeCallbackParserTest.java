package dev.kycport.adapter.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.digilocker.AuthorizationCallback;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FakeCallbackParserTest {

    @Test
    void an_empty_scope_shares_nothing() {
        assertThat(read("?code=granted&scope=&state=s-1").get())
                .isEqualTo(new AuthorizationCallback.Refused("s-1", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"granted", "empty"})
    void a_code_is_a_grant(String code) {
        AuthorizationCallback read = read("?code=" + code + "&state=s%2D1").get();

        assertThat(read).isEqualTo(new AuthorizationCallback.Granted("s-1", FakeFixtures.grant(code)));
    }

    @Test
    void an_error_is_a_refusal() {
        assertThat(read("?error=access_denied&state=s-1").get()).isEqualTo(new AuthorizationCallback.Refused("s-1"));
    }

    @Test
    void an_error_outweighs_a_code() {
        assertThat(read("?code=granted&error=access_denied&state=s-1").get())
                .isInstanceOf(AuthorizationCallback.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?code=granted", "?error=access_denied", "?code=granted&state=", "?"})
    void without_a_state_it_is_invalid(String query) {
        assertThat(((InputRejection) read(query).getLeft()).field()).isEqualTo(InputField.STATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?state=s-1", "?state=s-1&code=", "?state=s-1&error="})
    void without_code_and_error_it_is_invalid(String query) {
        assertThat(((InputRejection) read(query).getLeft()).field()).isEqualTo(InputField.AUTHORIZATION_CODE);
    }

    private static Either<KycFailure, AuthorizationCallback> read(String query) {
        return FakeFixtures.provider().digiLocker().orElseThrow().parseCallback(FakeFixtures.returned(query));
    }
}

package dev.kycport.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.otp.NotSentReason;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.otp.OtpPolicy;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MatchTest {

    interface CodeCases extends OtpChallenge.Cases<String> {}

    interface CaptchaCases extends CaptchaChallenge.Cases<String> {}

    interface AuthorizationCases extends AuthorizationChallenge.Cases<String> {}

    static Stream<OtpChallenge> codes() {
        OtpChallenge.Requested requested = OtpChallenge.request(OtpPolicy.DEFAULT, TestValues.NOW);
        OtpChallenge.AwaitingCode code = requested.sent(TestValues.anyReference(), OtpPolicy.DEFAULT, TestValues.NOW);
        return Stream.of(
                requested,
                code,
                new OtpChallenge.Verifying(code, TestValues.NOW),
                new OtpChallenge.Pending(1, TestValues.NOW),
                requested.outcomeUnknown(OtpPolicy.DEFAULT, TestValues.NOW),
                code.expire(),
                requested.notSent(NotSentReason.NUMBER_INVALID),
                new OtpChallenge.Locked(),
                new OtpChallenge.Verified());
    }

    static Stream<CaptchaChallenge> captchas() {
        CaptchaChallenge.Shown shown = new CaptchaChallenge.Shown(TestValues.anyImage(), TestValues.later(300), 5, 3);
        return Stream.of(
                shown.replace(TestValues.NOW),
                shown,
                new CaptchaChallenge.Answered(shown, TestValues.NOW),
                new CaptchaChallenge.Solved(),
                new CaptchaChallenge.Spent(),
                shown.expire());
    }

    static Stream<AuthorizationChallenge> authorizations() {
        AuthorizationChallenge.Offered offered =
                new AuthorizationChallenge.Offered(TestValues.anyRequest(), TestValues.later(600));
        AuthorizationChallenge.Connected connected = new AuthorizationChallenge.Connected(TestValues.anyRequest());
        return Stream.of(
                AuthorizationChallenge.request(TestValues.NOW),
                offered,
                new AuthorizationChallenge.Returned(offered, TestValues.NOW),
                connected,
                connected.fetchDocuments(TestValues.NOW),
                new AuthorizationChallenge.Denied(),
                offered.expire());
    }

    @ParameterizedTest
    @MethodSource("codes")
    void a_code_answers_for_its_own_state(OtpChallenge state) {
        String answer = state.match(naming(CodeCases.class));

        assertThat(answer).isEqualTo(nameOf(state));
    }

    @ParameterizedTest
    @MethodSource("captchas")
    void a_captcha_answers_for_its_own_state(CaptchaChallenge state) {
        String answer = state.match(naming(CaptchaCases.class));

        assertThat(answer).isEqualTo(nameOf(state));
    }

    @ParameterizedTest
    @MethodSource("authorizations")
    void an_authorization_answers_for_its_own_state(AuthorizationChallenge state) {
        String answer = state.match(naming(AuthorizationCases.class));

        assertThat(answer).isEqualTo(nameOf(state));
    }

    /** Cases that answer with the name of the case. */
    private static <C> C naming(Class<C> cases) {
        return cases.cast(Proxy.newProxyInstance(
                cases.getClassLoader(), new Class<?>[] {cases}, (proxy, method, states) -> method.getName()));
    }

    private static String nameOf(Object state) {
        String type = state.getClass().getSimpleName();
        return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    }
}

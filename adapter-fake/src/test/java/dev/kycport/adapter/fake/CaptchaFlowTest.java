package dev.kycport.adapter.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.fake.internal.image.CaptchaPicture;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.otp.NotSentReason;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.ports.gateway.CaptchaSendVerdict;
import dev.kycport.ports.gateway.CaptchaSendVerdict.WrongCaptcha;
import dev.kycport.ports.gateway.CaptchaVerdict;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.gateway.SessionLost;
import io.vavr.control.Either;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CaptchaFlowTest {

    private static final String NO_MOBILE = "999971658847";
    private static final String SOURCE_DOWN = "999955183433";

    private final CaptchaOtpGateway gateway =
            FakeFixtures.provider().captchaOtp().orElseThrow();

    @Test
    void the_text_in_the_first_image_leads_to_a_code_and_to_asha() {
        SendVerdict.CodeSent sent = (SendVerdict.CodeSent)
                answered(connected(), FakeFixtures.SENT, "KYC42").get();
        CodeVerdict verdict = gateway.verify(
                        FakeFixtures.proof(ProviderCall.VERIFY_CODE), sent.reference(), FakeFixtures.code("123456"))
                .get();

        assertThat(((CodeVerdict.RightCode) verdict).identity().assurance().flow())
                .isEqualTo(Flow.CAPTCHA_OTP);
    }

    @Test
    void each_reload_counts_on_and_voids_the_image_before() {
        ProviderReference session = connected();

        CaptchaImage second = reloaded(session);
        assertThat(answered(session, FakeFixtures.SENT, "KYC42").get()).isInstanceOf(WrongCaptcha.class);
        reloaded(session);

        assertThat(second.image()).isEqualTo(CaptchaPicture.of("KYC43"));
        assertThat(answered(session, FakeFixtures.SENT, "KYC43").get()).isInstanceOf(WrongCaptcha.class);
        assertThat(answered(session, FakeFixtures.SENT, "KYC44").get()).isInstanceOf(SendVerdict.CodeSent.class);
    }

    @Test
    void a_reload_of_one_session_leaves_the_others_alone() {
        ProviderReference mine = connected();
        reloaded(connected());

        assertThat(answered(mine, FakeFixtures.SENT, "KYC42").get()).isInstanceOf(SendVerdict.CodeSent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KYC43", "kyc42", "KYC4", "KYC422"})
    void anything_else_is_wrong(String text) {
        assertThat(answered(connected(), FakeFixtures.SENT, text).get()).isInstanceOf(WrongCaptcha.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {NO_MOBILE, SOURCE_DOWN, "999990501894"})
    void a_wrong_answer_is_found_wrong_before_the_number_is_looked_at(String number) {
        assertThat(answered(connected(), number, "wrong").get()).isInstanceOf(WrongCaptcha.class);
    }

    @Test
    void the_number_decides_once_the_answer_is_right() {
        assertThat(answered(connected(), NO_MOBILE, "KYC42").get())
                .isEqualTo(new SendVerdict.CodeNotSent(NotSentReason.MOBILE_NOT_LINKED));
    }

    @Test
    void the_right_answer_works_once_an_image() {
        ProviderReference session = connected();

        answered(session, FakeFixtures.SENT, "KYC42");
        assertThat(answered(session, FakeFixtures.SENT, "KYC42").get()).isInstanceOf(WrongCaptcha.class);
        reloaded(session);

        assertThat(answered(session, FakeFixtures.SENT, "KYC43").get()).isInstanceOf(SendVerdict.CodeSent.class);
    }

    @Test
    void of_many_who_give_the_right_answer_at_once_one_gets_a_code() throws Exception {
        ProviderReference session = connected();

        long winners = FakeFixtures.winners(
                16, () -> answered(session, FakeFixtures.SENT, "KYC42").get() instanceof SendVerdict.CodeSent);

        assertThat(winners).isEqualTo(1);
    }

    @Test
    void the_answer_stays_good_where_the_source_was_down() {
        ProviderReference session = connected();

        assertThat(answered(session, SOURCE_DOWN, "KYC42").getLeft().kind())
                .isEqualTo(ProviderFailure.Kind.SOURCE_DOWN);

        assertThat(answered(session, FakeFixtures.SENT, "KYC42").get()).isInstanceOf(SendVerdict.CodeSent.class);
    }

    @Test
    void a_session_that_was_never_opened_is_lost() {
        CaptchaVerdict reloaded = gateway.reloadCaptcha(
                        FakeFixtures.proof(ProviderCall.RELOAD_CAPTCHA), FakeFixtures.unknownReference())
                .get();

        assertThat(reloaded).isInstanceOf(SessionLost.class);
        assertThat(answered(FakeFixtures.unknownReference(), FakeFixtures.SENT, "KYC42")
                        .get())
                .isInstanceOf(SessionLost.class);
    }

    @Test
    void after_a_restart_the_same_image_is_shown() {
        CaptchaOtpGateway before = FakeFixtures.provider().captchaOtp().orElseThrow();
        ProviderReference first = before.fetchCaptcha(FakeFixtures.proof(ProviderCall.CONNECT))
                .get()
                .session();
        CaptchaVerdict.NewImage second =
                (CaptchaVerdict.NewImage) before.reloadCaptcha(FakeFixtures.proof(ProviderCall.RELOAD_CAPTCHA), first)
                        .get();

        ProviderReference reloaded = second.image().session();

        assertThat(answered(reloaded, FakeFixtures.SENT, "KYC42").get()).isInstanceOf(WrongCaptcha.class);
        assertThat(answered(reloaded, FakeFixtures.SENT, "KYC43").get()).isInstanceOf(SendVerdict.CodeSent.class);
    }

    private ProviderReference connected() {
        return gateway.fetchCaptcha(FakeFixtures.proof(ProviderCall.CONNECT))
                .get()
                .session();
    }

    private CaptchaImage reloaded(ProviderReference session) {
        CaptchaVerdict verdict = gateway.reloadCaptcha(FakeFixtures.proof(ProviderCall.RELOAD_CAPTCHA), session)
                .get();
        return ((CaptchaVerdict.NewImage) verdict).image();
    }

    private Either<ProviderFailure, CaptchaSendVerdict> answered(
            ProviderReference session, String number, String answer) {
        return gateway.send(
                FakeFixtures.proof(ProviderCall.SEND_CODE),
                session,
                FakeFixtures.number(number),
                FakeFixtures.answer(answer));
    }
}

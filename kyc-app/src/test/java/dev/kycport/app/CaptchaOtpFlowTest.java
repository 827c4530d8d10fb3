package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CaptchaOtpFlowTest {

    private static final String BAD = "WRONG";

    private final Harness harness = Harness.create();

    @Test
    void number_and_captcha_lead_to_a_code_and_the_code_verifies() {
        SessionId id = harness.captchaShown();

        assertThat(StepAssertions.describe(harness.answer(id, "KYC42"))).isEqualTo("awaiting-otp");

        assertThat(StepAssertions.describe(harness.submit(id, TestInputs.RIGHT)))
                .isEqualTo("verified");
    }

    @ParameterizedTest
    @CsvSource({
        "999941057058, awaiting-otp",
        "999971658847, ended ineligible otp.not-sent.mobile-not-linked",
        "999933119405, awaiting-otp otp.not-sent.pending",
        "999955183433, refused source.down",
        "999990501894, awaiting-otp provider.timed-out",
        "234567890124, ended ineligible otp.not-sent.number-invalid",
        "9123456789012346, awaiting-otp",
    })
    void every_magic_number_has_its_documented_result(String number, String result) {
        SessionId id = harness.captchaShown();

        Either<KycFailure, StepResult> answer =
                harness.service.submitCaptcha(id, TestInputs.number(number), TestInputs.answer("KYC42"));

        assertThat(StepAssertions.describe(answer)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "123456, verified",
        "000000, awaiting-otp otp.expired",
        "999999, awaiting-otp provider.timed-out",
        "111111, awaiting-otp otp.wrong-code",
    })
    void every_magic_code_has_its_documented_result(String code, String result) {
        assertThat(StepAssertions.describe(harness.submit(harness.captchaSolved(), code)))
                .isEqualTo(result);
    }

    @Test
    void a_wrong_answer_fetches_a_new_image_and_costs_an_attempt_but_no_refresh() {
        SessionId id = harness.captchaShown();
        CaptchaChallenge.Shown first = image(id);

        Either<KycFailure, StepResult> answer = harness.answer(id, BAD);

        CaptchaChallenge.Shown second = image(id);
        assertThat(StepAssertions.describe(answer)).isEqualTo("awaiting-captcha captcha.wrong");
        assertThat(second.image()).isNotEqualTo(first.image());
        assertThat(second.attemptsLeft()).isEqualTo(2);
        assertThat(second.refreshesLeft()).isEqualTo(5);
        assertThat(StepAssertions.describe(harness.answer(id, "KYC43"))).isEqualTo("awaiting-otp");
    }

    @Test
    void the_third_wrong_answer_ends_the_session() {
        SessionId id = harness.captchaShown();
        harness.answer(id, BAD);
        harness.answer(id, BAD);

        assertThat(StepAssertions.describe(harness.answer(id, BAD))).isEqualTo("ended locked captcha.spent");
    }

    @Test
    void a_next_image_that_could_not_be_fetched_can_be_requested() {
        SessionId id = harness.captchaShown();
        harness.provider.fail(ProviderCall.RELOAD_CAPTCHA, unreachable());

        assertThat(StepAssertions.describe(harness.answer(id, BAD))).isEqualTo("awaiting-captcha captcha.wrong");
        harness.provider.recover();
        assertThat(StepAssertions.describe(harness.service.reloadCaptcha(id))).isEqualTo("awaiting-captcha");

        assertThat(image(id).attemptsLeft()).isEqualTo(2);
        assertThat(StepAssertions.describe(harness.answer(id, "KYC43"))).isEqualTo("awaiting-otp");
    }

    @Test
    void a_provider_session_lost_after_a_wrong_answer_is_reported() {
        Harness forgetful = Harness.withConfig(
                FakeConfig.defaults().withOutcome(ProviderCall.RELOAD_CAPTCHA, "provider.session-lost"));

        assertThat(StepAssertions.describe(forgetful.answer(forgetful.captchaShown(), BAD)))
                .isEqualTo("ended provider-session-lost provider.session-lost");
    }

    @Test
    void five_more_images_are_available() {
        SessionId id = harness.captchaShown();
        for (int i = 0; i < 5; i++) {
            assertThat(StepAssertions.describe(harness.service.reloadCaptcha(id)))
                    .isEqualTo("awaiting-captcha");
        }

        assertThat(StepAssertions.describe(harness.service.reloadCaptcha(id))).isEqualTo("refused captcha.spent");
        assertThat(StepAssertions.describe(harness.answer(id, "KYC47"))).isEqualTo("awaiting-otp");
    }

    @Test
    void an_image_that_could_not_be_fetched_costs_no_refresh() {
        SessionId id = harness.captchaShown();
        harness.provider.fail(ProviderCall.RELOAD_CAPTCHA, unreachable());

        assertThat(StepAssertions.describe(harness.service.reloadCaptcha(id)))
                .isEqualTo("refused provider.unreachable");

        assertThat(image(id).refreshesLeft()).isEqualTo(5);
    }

    @Test
    void an_old_image_cannot_be_answered_and_a_new_one_can() {
        SessionId id = harness.captchaShown();
        harness.pass(Duration.ofMinutes(5));

        assertThat(StepAssertions.describe(harness.answer(id, "KYC42"))).isEqualTo("refused captcha.expired");
        assertThat(StepAssertions.describe(harness.service.reloadCaptcha(id))).isEqualTo("awaiting-captcha");

        assertThat(image(id).refreshesLeft()).isEqualTo(4);
        assertThat(StepAssertions.describe(harness.answer(id, "KYC42"))).isEqualTo("awaiting-otp");
        assertThat(harness.provider.count(ProviderCall.SEND_CODE)).isEqualTo(1);
    }

    @Test
    void the_session_ends_when_its_last_image_expires() {
        SessionId id = harness.captchaShown();
        for (int i = 0; i < 5; i++) {
            harness.service.reloadCaptcha(id);
        }
        harness.pass(Duration.ofMinutes(5));

        assertThat(StepAssertions.describeState(harness.find(id))).isEqualTo("ended expired");
    }

    @Test
    void a_first_image_that_could_not_be_fetched_can_be_requested_again() {
        SessionId id = harness.consented(Flow.CAPTCHA_OTP);
        harness.provider.fail(ProviderCall.CONNECT, unreachable());

        assertThat(StepAssertions.describe(harness.service.startCaptcha(id))).isEqualTo("refused provider.unreachable");
        harness.provider.recover();

        assertThat(StepAssertions.describe(harness.service.startCaptcha(id))).isEqualTo("awaiting-captcha");
    }

    @Test
    void a_source_that_is_down_costs_neither_image_nor_attempt() {
        SessionId id = harness.captchaShown();
        CaptchaChallenge.Shown before = image(id);

        harness.service.submitCaptcha(id, TestInputs.number(TestInputs.SOURCE_DOWN), TestInputs.answer("KYC42"));

        assertThat(image(id)).isEqualTo(before);
        assertThat(StepAssertions.describe(harness.answer(id, "KYC42"))).isEqualTo("awaiting-otp");
    }

    @Test
    void a_second_code_goes_through_a_fresh_captcha() {
        SessionId id = harness.captchaSolved();
        assertThat(StepAssertions.describe(harness.service.resend(id))).isEqualTo("refused otp.resend-too-soon");
        harness.pass(Harness.GAP);

        assertThat(StepAssertions.describe(harness.service.resend(id))).isEqualTo("awaiting-captcha");
        assertThat(StepAssertions.describe(harness.submit(id, TestInputs.RIGHT)))
                .isEqualTo("refused session.wrong-state");
        assertThat(StepAssertions.describe(harness.answer(id, "KYC42"))).isEqualTo("awaiting-otp");

        assertThat(StepAssertions.describe(harness.submit(id, TestInputs.RIGHT)))
                .isEqualTo("verified");
        assertThat(harness.provider.count(ProviderCall.SEND_CODE)).isEqualTo(2);
    }

    @Test
    void three_resends_are_the_limit() {
        SessionId id = harness.captchaSolved();
        for (int i = 0; i < 3; i++) {
            harness.pass(Harness.GAP);
            harness.service.resend(id);
            harness.answer(id, "KYC42");
        }
        harness.pass(Harness.GAP);

        assertThat(StepAssertions.describe(harness.service.resend(id))).isEqualTo("refused otp.resends-used");
        assertThat(StepAssertions.describe(harness.submit(id, TestInputs.RIGHT)))
                .isEqualTo("verified");
    }

    @Test
    void a_captcha_spent_during_a_resend_returns_to_the_first_code() {
        SessionId id = harness.captchaSolved();
        harness.pass(Harness.GAP);
        harness.service.resend(id);
        harness.answer(id, BAD);
        harness.answer(id, BAD);

        assertThat(StepAssertions.describe(harness.answer(id, BAD))).isEqualTo("awaiting-otp captcha.spent");

        assertThat(StepAssertions.describe(harness.submit(id, TestInputs.RIGHT)))
                .isEqualTo("verified");
    }

    @Test
    void a_captcha_that_cannot_be_fetched_returns_to_the_first_code() {
        SessionId id = harness.captchaSolved();
        harness.pass(Harness.GAP);
        harness.provider.fail(ProviderCall.CONNECT, unreachable());

        assertThat(StepAssertions.describe(harness.service.resend(id))).isEqualTo("refused provider.unreachable");

        assertThat(StepAssertions.describe(harness.submit(id, TestInputs.RIGHT)))
                .isEqualTo("verified");
    }

    @Test
    void a_code_that_expired_is_replaced_through_a_captcha() {
        SessionId id = harness.captchaSolved();
        harness.pass(Duration.ofMinutes(10));

        assertThat(StepAssertions.describe(harness.submit(id, TestInputs.RIGHT)))
                .isEqualTo("refused otp.expired");
        harness.service.resend(id);
        harness.answer(id, "KYC42");

        assertThat(StepAssertions.describe(harness.submit(id, TestInputs.RIGHT)))
                .isEqualTo("verified");
    }

    @Test
    @Tag("P3")
    void a_send_in_doubt_is_repeated_only_on_request_and_through_a_captcha() {
        SessionId id = harness.captchaShown();
        harness.service.submitCaptcha(id, TestInputs.number(TestInputs.TIMED_OUT), TestInputs.answer("KYC42"));

        assertThat(StepAssertions.describe(harness.service.resend(id))).isEqualTo("refused otp.in-doubt");
        assertThat(StepAssertions.describe(harness.answer(id, "KYC42"))).isEqualTo("refused session.wrong-state");
        assertThat(harness.provider.count(ProviderCall.SEND_CODE)).isEqualTo(1);
        harness.pass(Harness.GAP);
        harness.service.resend(id);
        harness.answer(id, "KYC42");

        assertThat(StepAssertions.describe(harness.submit(id, TestInputs.RIGHT)))
                .isEqualTo("verified");
    }

    @Test
    void a_provider_that_lost_its_session_ends_ours() {
        Harness forgetful =
                Harness.withConfig(FakeConfig.defaults().withOutcome(ProviderCall.SEND_CODE, "provider.session-lost"));

        assertThat(StepAssertions.describe(forgetful.answer(forgetful.captchaShown(), "KYC42")))
                .isEqualTo("ended provider-session-lost provider.session-lost");
    }

    @Test
    void a_virtual_id_is_sent_to_no_provider_that_does_not_accept_it() {
        SessionId id = harness.captchaShown();
        harness.provider.refuseVirtualIds();

        Either<KycFailure, StepResult> answer =
                harness.service.submitCaptcha(id, TestInputs.number(TestInputs.VID), TestInputs.answer("KYC42"));

        assertThat(answer.getLeft().summary()).startsWith("vid is not accepted");
        assertThat(harness.provider.count(ProviderCall.SEND_CODE)).isZero();
        assertThat(image(id).attemptsLeft()).isEqualTo(3);
    }

    private CaptchaChallenge.Shown image(SessionId id) {
        return (CaptchaChallenge.Shown) ((KycSession.AwaitingCaptcha<?>) harness.find(id)).captcha();
    }

    private ProviderFailure unreachable() {
        return ProviderFailure.unreachable(VendorTrace.of(harness.provider.id()));
    }
}

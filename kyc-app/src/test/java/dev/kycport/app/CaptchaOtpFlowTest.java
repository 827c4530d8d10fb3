package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.fake.FakeConfig;
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

    private final World world = World.usual();

    @Test
    void number_and_captcha_lead_to_a_code_and_the_code_verifies() {
        SessionId id = world.shown();

        assertThat(Told.by(world.answer(id, "KYC42"))).isEqualTo("awaiting-otp");

        assertThat(Told.by(world.submit(id, Typed.RIGHT))).isEqualTo("verified");
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
    void every_magic_number_does_what_its_row_says(String number, String told) {
        SessionId id = world.shown();

        Either<KycFailure, Progress> answer =
                world.service.submitCaptcha(id, Typed.number(number), Typed.answer("KYC42"));

        assertThat(Told.by(answer)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "123456, verified",
        "000000, awaiting-otp otp.expired",
        "999999, awaiting-otp provider.timed-out",
        "111111, awaiting-otp otp.wrong-code",
    })
    void every_magic_code_does_what_its_row_says(String code, String told) {
        assertThat(Told.by(world.submit(world.solved(), code))).isEqualTo(told);
    }

    @Test
    void a_wrong_answer_brings_a_new_image_and_costs_an_attempt_but_no_refresh() {
        SessionId id = world.shown();
        CaptchaChallenge.Shown first = image(id);

        Either<KycFailure, Progress> answer = world.answer(id, BAD);

        CaptchaChallenge.Shown second = image(id);
        assertThat(Told.by(answer)).isEqualTo("awaiting-captcha captcha.wrong");
        assertThat(second.image()).isNotEqualTo(first.image());
        assertThat(second.attemptsLeft()).isEqualTo(2);
        assertThat(second.refreshesLeft()).isEqualTo(5);
        assertThat(Told.by(world.answer(id, "KYC43"))).isEqualTo("awaiting-otp");
    }

    @Test
    void the_third_wrong_answer_ends_the_session() {
        SessionId id = world.shown();
        world.answer(id, BAD);
        world.answer(id, BAD);

        assertThat(Told.by(world.answer(id, BAD))).isEqualTo("ended locked captcha.spent");
    }

    @Test
    void a_next_image_that_does_not_come_can_be_asked_for() {
        SessionId id = world.shown();
        world.provider.fail(ProviderCall.RELOAD_CAPTCHA, unreachable());

        assertThat(Told.by(world.answer(id, BAD))).isEqualTo("awaiting-captcha captcha.wrong");
        world.provider.recover();
        assertThat(Told.by(world.service.reloadCaptcha(id))).isEqualTo("awaiting-captcha");

        assertThat(image(id).attemptsLeft()).isEqualTo(2);
        assertThat(Told.by(world.answer(id, "KYC43"))).isEqualTo("awaiting-otp");
    }

    @Test
    void a_provider_that_is_lost_behind_a_wrong_answer_says_so() {
        World forgetful =
                World.with(FakeConfig.usual().answering(ProviderCall.RELOAD_CAPTCHA, "provider.session-lost"));

        assertThat(Told.by(forgetful.answer(forgetful.shown(), BAD)))
                .isEqualTo("ended provider-session-lost provider.session-lost");
    }

    @Test
    void five_images_more_can_be_had() {
        SessionId id = world.shown();
        for (int i = 0; i < 5; i++) {
            assertThat(Told.by(world.service.reloadCaptcha(id))).isEqualTo("awaiting-captcha");
        }

        assertThat(Told.by(world.service.reloadCaptcha(id))).isEqualTo("refused captcha.spent");
        assertThat(Told.by(world.answer(id, "KYC47"))).isEqualTo("awaiting-otp");
    }

    @Test
    void an_image_that_did_not_come_costs_no_refresh() {
        SessionId id = world.shown();
        world.provider.fail(ProviderCall.RELOAD_CAPTCHA, unreachable());

        assertThat(Told.by(world.service.reloadCaptcha(id))).isEqualTo("refused provider.unreachable");

        assertThat(image(id).refreshesLeft()).isEqualTo(5);
    }

    @Test
    void an_old_image_cannot_be_answered_and_a_new_one_can() {
        SessionId id = world.shown();
        world.pass(Duration.ofMinutes(5));

        assertThat(Told.by(world.answer(id, "KYC42"))).isEqualTo("refused captcha.expired");
        assertThat(Told.by(world.service.reloadCaptcha(id))).isEqualTo("awaiting-captcha");

        assertThat(image(id).refreshesLeft()).isEqualTo(4);
        assertThat(Told.by(world.answer(id, "KYC42"))).isEqualTo("awaiting-otp");
        assertThat(world.provider.count(ProviderCall.SEND_CODE)).isEqualTo(1);
    }

    @Test
    void the_last_image_takes_the_session_with_it_when_it_grows_old() {
        SessionId id = world.shown();
        for (int i = 0; i < 5; i++) {
            world.service.reloadCaptcha(id);
        }
        world.pass(Duration.ofMinutes(5));

        assertThat(Told.state(world.look(id))).isEqualTo("ended expired");
    }

    @Test
    void a_first_image_that_did_not_come_can_be_asked_for_again() {
        SessionId id = world.consented(Flow.CAPTCHA_OTP);
        world.provider.fail(ProviderCall.CONNECT, unreachable());

        assertThat(Told.by(world.service.startCaptcha(id))).isEqualTo("refused provider.unreachable");
        world.provider.recover();

        assertThat(Told.by(world.service.startCaptcha(id))).isEqualTo("awaiting-captcha");
    }

    @Test
    void a_source_that_was_down_leaves_image_and_attempt() {
        SessionId id = world.shown();
        CaptchaChallenge.Shown before = image(id);

        world.service.submitCaptcha(id, Typed.number(Typed.SOURCE_DOWN), Typed.answer("KYC42"));

        assertThat(image(id)).isEqualTo(before);
        assertThat(Told.by(world.answer(id, "KYC42"))).isEqualTo("awaiting-otp");
    }

    @Test
    void a_second_code_goes_through_a_fresh_captcha() {
        SessionId id = world.solved();
        assertThat(Told.by(world.service.resend(id))).isEqualTo("refused otp.resend-too-soon");
        world.pass(World.GAP);

        assertThat(Told.by(world.service.resend(id))).isEqualTo("awaiting-captcha");
        assertThat(Told.by(world.submit(id, Typed.RIGHT))).isEqualTo("refused session.wrong-state");
        assertThat(Told.by(world.answer(id, "KYC42"))).isEqualTo("awaiting-otp");

        assertThat(Told.by(world.submit(id, Typed.RIGHT))).isEqualTo("verified");
        assertThat(world.provider.count(ProviderCall.SEND_CODE)).isEqualTo(2);
    }

    @Test
    void three_codes_more_are_the_last() {
        SessionId id = world.solved();
        for (int i = 0; i < 3; i++) {
            world.pass(World.GAP);
            world.service.resend(id);
            world.answer(id, "KYC42");
        }
        world.pass(World.GAP);

        assertThat(Told.by(world.service.resend(id))).isEqualTo("refused otp.resends-used");
        assertThat(Told.by(world.submit(id, Typed.RIGHT))).isEqualTo("verified");
    }

    @Test
    void a_captcha_spent_on_the_way_to_a_second_code_leads_back_to_the_first() {
        SessionId id = world.solved();
        world.pass(World.GAP);
        world.service.resend(id);
        world.answer(id, BAD);
        world.answer(id, BAD);

        assertThat(Told.by(world.answer(id, BAD))).isEqualTo("awaiting-otp captcha.spent");

        assertThat(Told.by(world.submit(id, Typed.RIGHT))).isEqualTo("verified");
    }

    @Test
    void a_captcha_that_does_not_come_leads_back_to_the_first_code() {
        SessionId id = world.solved();
        world.pass(World.GAP);
        world.provider.fail(ProviderCall.CONNECT, unreachable());

        assertThat(Told.by(world.service.resend(id))).isEqualTo("refused provider.unreachable");

        assertThat(Told.by(world.submit(id, Typed.RIGHT))).isEqualTo("verified");
    }

    @Test
    void a_code_that_expired_is_replaced_through_a_captcha() {
        SessionId id = world.solved();
        world.pass(Duration.ofMinutes(10));

        assertThat(Told.by(world.submit(id, Typed.RIGHT))).isEqualTo("refused otp.expired");
        world.service.resend(id);
        world.answer(id, "KYC42");

        assertThat(Told.by(world.submit(id, Typed.RIGHT))).isEqualTo("verified");
    }

    @Test
    @Tag("P3")
    void a_send_in_doubt_is_repeated_only_when_asked_for_and_through_a_captcha() {
        SessionId id = world.shown();
        world.service.submitCaptcha(id, Typed.number(Typed.TIMED_OUT), Typed.answer("KYC42"));

        assertThat(Told.by(world.service.resend(id))).isEqualTo("refused otp.in-doubt");
        assertThat(Told.by(world.answer(id, "KYC42"))).isEqualTo("refused session.wrong-state");
        assertThat(world.provider.count(ProviderCall.SEND_CODE)).isEqualTo(1);
        world.pass(World.GAP);
        world.service.resend(id);
        world.answer(id, "KYC42");

        assertThat(Told.by(world.submit(id, Typed.RIGHT))).isEqualTo("verified");
    }

    @Test
    void a_provider_that_lost_its_session_ends_ours() {
        World forgetful = World.with(FakeConfig.usual().answering(ProviderCall.SEND_CODE, "provider.session-lost"));

        assertThat(Told.by(forgetful.answer(forgetful.shown(), "KYC42")))
                .isEqualTo("ended provider-session-lost provider.session-lost");
    }

    @Test
    void a_virtual_id_goes_to_no_provider_that_does_not_take_it() {
        SessionId id = world.shown();
        world.provider.refuseVirtualIds();

        Either<KycFailure, Progress> answer =
                world.service.submitCaptcha(id, Typed.number(Typed.VID), Typed.answer("KYC42"));

        assertThat(answer.getLeft().summary()).startsWith("vid is not accepted");
        assertThat(world.provider.count(ProviderCall.SEND_CODE)).isZero();
        assertThat(image(id).attemptsLeft()).isEqualTo(3);
    }

    private CaptchaChallenge.Shown image(SessionId id) {
        return (CaptchaChallenge.Shown) ((KycSession.AwaitingCaptcha<?>) world.look(id)).captcha();
    }

    private ProviderFailure unreachable() {
        return new ProviderFailure.Unreachable(VendorTrace.of(world.provider.id()));
    }
}

package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.RetryAdvice;
import dev.kycport.domain.identity.VerifiedIdentity;
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
class DirectOtpFlowTest {

    private final World world = World.usual();

    @Test
    void the_right_code_verifies() {
        SessionId id = world.sent();

        Either<KycFailure, Progress> answer = world.submit(id, Typed.RIGHT);

        assertThat(Told.by(answer)).isEqualTo("verified");
        VerifiedIdentity identity = ((KycSession.Verified) world.look(id)).identity();
        assertThat(identity.name()).isEqualTo("Asha Test Rao");
        assertThat(identity.assurance().how()).isEqualTo(Flow.DIRECT_OTP);
        assertThat(identity.number().orElseThrow()).hasToString("XXXX XXXX 7058");
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
        SessionId id = world.consented(Flow.DIRECT_OTP);

        Either<KycFailure, Progress> answer = world.service.startDirect(id, Typed.number(number));

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
        SessionId id = world.sent();

        assertThat(Told.by(world.submit(id, code))).isEqualTo(told);
    }

    @Test
    void a_source_that_was_down_can_be_asked_again_at_once() {
        SessionId id = world.consented(Flow.DIRECT_OTP);

        world.service.startDirect(id, Typed.number(Typed.SOURCE_DOWN));

        assertThat(Told.state(world.look(id))).isEqualTo("consented");
        assertThat(Told.by(world.service.startDirect(id, Typed.number(Typed.SENT))))
                .isEqualTo("awaiting-otp");
    }

    @Test
    void the_third_wrong_code_locks() {
        SessionId id = world.sent();
        world.submit(id, Typed.WRONG);
        world.submit(id, Typed.WRONG);

        Either<KycFailure, Progress> third = world.submit(id, Typed.WRONG);

        assertThat(Told.by(third)).isEqualTo("ended locked otp.locked");
        assertThat(Told.by(world.submit(id, Typed.RIGHT))).isEqualTo("refused session.over");
    }

    @Test
    void a_second_code_needs_the_gap_to_pass() {
        SessionId id = world.sent();

        assertThat(Told.by(resend(id))).isEqualTo("refused otp.resend-too-soon");
        world.pass(World.GAP.minusMillis(1));
        assertThat(Told.by(resend(id))).isEqualTo("refused otp.resend-too-soon");
        world.pass(Duration.ofMillis(1));
        assertThat(Told.by(resend(id))).isEqualTo("awaiting-otp");

        assertThat(world.provider.count(ProviderCall.SEND_CODE)).isEqualTo(2);
    }

    @Test
    void a_second_code_brings_fresh_attempts_and_voids_none_of_the_flow() {
        SessionId id = world.sent();
        world.submit(id, Typed.WRONG);
        world.submit(id, Typed.WRONG);
        world.pass(World.GAP);

        resend(id);
        world.submit(id, Typed.WRONG);
        world.submit(id, Typed.WRONG);

        assertThat(Told.by(world.submit(id, Typed.RIGHT))).isEqualTo("verified");
    }

    @Test
    void three_codes_more_are_the_last() {
        SessionId id = world.sent();
        for (int i = 0; i < 3; i++) {
            world.pass(World.GAP);
            assertThat(Told.by(resend(id))).isEqualTo("awaiting-otp");
        }
        world.pass(World.GAP);

        assertThat(Told.by(resend(id))).isEqualTo("refused otp.resends-used");
        assertThat(Told.by(world.submit(id, Typed.RIGHT))).isEqualTo("verified");
    }

    @Test
    void a_resend_that_reached_nobody_leaves_the_earlier_code_as_it_was() {
        SessionId id = world.sent();
        world.submit(id, Typed.WRONG);
        world.pass(World.GAP);
        KycSession.AwaitingOtp<?> before = (KycSession.AwaitingOtp<?>) world.look(id);

        Either<KycFailure, Progress> answer = world.service.resend(id, Typed.number(Typed.SOURCE_DOWN));

        assertThat(Told.by(answer)).isEqualTo("refused source.down");
        assertThat(((KycSession.AwaitingOtp<?>) world.look(id)).otp()).isEqualTo(before.otp());
        assertThat(Told.by(world.submit(id, Typed.RIGHT))).isEqualTo("verified");
    }

    @Test
    void a_resend_asks_for_the_number_since_it_was_never_kept() {
        SessionId id = world.sent();
        world.pass(World.GAP);

        Either<KycFailure, Progress> answer = world.service.resend(id);

        assertThat(Told.by(answer)).isEqualTo("refused input.invalid");
        assertThat(answer.getLeft().summary()).startsWith("aadhaar is needed again");
    }

    @Test
    void an_old_code_is_refused_before_anyone_is_asked_and_a_new_one_verifies() {
        SessionId id = world.sent();
        world.pass(Duration.ofMinutes(10));

        assertThat(Told.by(world.submit(id, Typed.RIGHT))).isEqualTo("refused otp.expired");
        assertThat(Told.by(resend(id))).isEqualTo("awaiting-otp");

        assertThat(Told.by(world.submit(id, Typed.RIGHT))).isEqualTo("verified");
        assertThat(world.provider.count(ProviderCall.VERIFY_CODE)).isEqualTo(1);
    }

    @Test
    void a_code_that_the_provider_calls_too_old_leads_to_a_new_one_in_its_time() {
        SessionId id = world.sent();
        world.pass(Duration.ofSeconds(5));

        Either<KycFailure, Progress> answer = world.submit(id, Typed.TOO_OLD);

        assertThat(answer.get().report().orElseThrow().retry()).isEqualTo(RetryAdvice.after(Duration.ofSeconds(40)));
        assertThat(Told.by(resend(id))).isEqualTo("refused otp.resend-too-soon");
        world.pass(Duration.ofSeconds(40));
        resend(id);
        assertThat(Told.by(world.submit(id, Typed.RIGHT))).isEqualTo("verified");
    }

    @Test
    void a_pending_code_of_which_we_know_nothing_can_be_replaced_after_the_gap() {
        SessionId id = world.consented(Flow.DIRECT_OTP);
        world.service.startDirect(id, Typed.number(Typed.PENDING));

        assertThat(Told.by(world.submit(id, Typed.RIGHT))).isEqualTo("refused session.wrong-state");
        assertThat(Told.by(resend(id))).isEqualTo("refused otp.resend-too-soon");
        world.pass(World.GAP);
        resend(id);

        assertThat(Told.by(world.submit(id, Typed.RIGHT))).isEqualTo("verified");
    }

    @Test
    @Tag("P3")
    void a_code_in_doubt_is_neither_tried_nor_sent_again_before_its_time() {
        SessionId id = world.consented(Flow.DIRECT_OTP);
        world.service.startDirect(id, Typed.number(Typed.TIMED_OUT));

        assertThat(Told.by(world.submit(id, Typed.RIGHT))).isEqualTo("refused otp.in-doubt");
        assertThat(Told.by(resend(id))).isEqualTo("refused otp.in-doubt");
        assertThat(world.provider.count(ProviderCall.SEND_CODE)).isEqualTo(1);
        world.pass(World.GAP);
        assertThat(Told.by(resend(id))).isEqualTo("awaiting-otp");

        assertThat(Told.by(world.submit(id, Typed.RIGHT))).isEqualTo("verified");
    }

    @Test
    void a_virtual_id_is_masked_by_its_own_length() {
        SessionId id = world.consented(Flow.DIRECT_OTP);
        world.service.startDirect(id, Typed.number(Typed.VID));

        world.submit(id, Typed.RIGHT);

        assertThat(((KycSession.Verified) world.look(id)).identity().number().orElseThrow())
                .hasToString("XXXX XXXX XXXX 2346");
    }

    @Test
    void a_virtual_id_goes_to_no_provider_that_does_not_take_it() {
        SessionId id = world.consented(Flow.DIRECT_OTP);
        world.provider.refuseVirtualIds();

        Either<KycFailure, Progress> answer = world.service.startDirect(id, Typed.number(Typed.VID));

        assertThat(answer.getLeft().summary()).startsWith("vid is not accepted");
        assertThat(world.provider.seen()).isEmpty();
        assertThat(Told.by(world.service.startDirect(id, Typed.number(Typed.SENT))))
                .isEqualTo("awaiting-otp");
    }

    @Test
    void a_provider_that_lost_the_code_ends_the_session() {
        World forgetful = World.with(FakeConfig.usual().answering(ProviderCall.VERIFY_CODE, "provider.session-lost"));

        assertThat(Told.by(forgetful.submit(forgetful.sent(), Typed.RIGHT)))
                .isEqualTo("ended provider-session-lost provider.session-lost");
    }

    private Either<KycFailure, Progress> resend(SessionId id) {
        return world.service.resend(id, Typed.number(Typed.SENT));
    }
}

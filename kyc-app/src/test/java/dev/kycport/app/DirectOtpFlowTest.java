package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.app.step.StepResult;
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

    private final Harness harness = Harness.create();

    @Test
    void the_right_code_verifies() {
        SessionId id = harness.codeSent();

        Either<KycFailure, StepResult> answer = harness.submit(id, TestInputs.RIGHT);

        assertThat(StepAssertions.describe(answer)).isEqualTo("verified");
        VerifiedIdentity identity = ((KycSession.Verified) harness.find(id)).identity();
        assertThat(identity.name()).isEqualTo("Asha Test Rao");
        assertThat(identity.assurance().flow()).isEqualTo(Flow.DIRECT_OTP);
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
    void every_magic_number_has_its_documented_result(String number, String result) {
        SessionId id = harness.consented(Flow.DIRECT_OTP);

        Either<KycFailure, StepResult> answer = harness.service.startDirectOtp(id, TestInputs.number(number));

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
        SessionId id = harness.codeSent();

        assertThat(StepAssertions.describe(harness.submit(id, code))).isEqualTo(result);
    }

    @Test
    void a_source_that_was_down_can_be_asked_again_at_once() {
        SessionId id = harness.consented(Flow.DIRECT_OTP);

        harness.service.startDirectOtp(id, TestInputs.number(TestInputs.SOURCE_DOWN));

        assertThat(StepAssertions.describeState(harness.find(id))).isEqualTo("consented");
        assertThat(StepAssertions.describe(harness.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT))))
                .isEqualTo("awaiting-otp");
    }

    @Test
    void the_third_wrong_code_locks() {
        SessionId id = harness.codeSent();
        harness.submit(id, TestInputs.WRONG);
        harness.submit(id, TestInputs.WRONG);

        Either<KycFailure, StepResult> third = harness.submit(id, TestInputs.WRONG);

        assertThat(StepAssertions.describe(third)).isEqualTo("ended locked otp.locked");
        assertThat(StepAssertions.describe(harness.submit(id, TestInputs.RIGHT)))
                .isEqualTo("refused session.over");
    }

    @Test
    void a_second_code_needs_the_gap_to_pass() {
        SessionId id = harness.codeSent();

        assertThat(StepAssertions.describe(resend(id))).isEqualTo("refused otp.resend-too-soon");
        harness.pass(Harness.GAP.minusMillis(1));
        assertThat(StepAssertions.describe(resend(id))).isEqualTo("refused otp.resend-too-soon");
        harness.pass(Duration.ofMillis(1));
        assertThat(StepAssertions.describe(resend(id))).isEqualTo("awaiting-otp");

        assertThat(harness.provider.count(ProviderCall.SEND_CODE)).isEqualTo(2);
    }

    @Test
    void a_second_code_has_fresh_attempts() {
        SessionId id = harness.codeSent();
        harness.submit(id, TestInputs.WRONG);
        harness.submit(id, TestInputs.WRONG);
        harness.pass(Harness.GAP);

        resend(id);
        harness.submit(id, TestInputs.WRONG);
        harness.submit(id, TestInputs.WRONG);

        assertThat(StepAssertions.describe(harness.submit(id, TestInputs.RIGHT)))
                .isEqualTo("verified");
    }

    @Test
    void three_resends_are_the_limit() {
        SessionId id = harness.codeSent();
        for (int i = 0; i < 3; i++) {
            harness.pass(Harness.GAP);
            assertThat(StepAssertions.describe(resend(id))).isEqualTo("awaiting-otp");
        }
        harness.pass(Harness.GAP);

        assertThat(StepAssertions.describe(resend(id))).isEqualTo("refused otp.resends-used");
        assertThat(StepAssertions.describe(harness.submit(id, TestInputs.RIGHT)))
                .isEqualTo("verified");
    }

    @Test
    void an_undelivered_resend_leaves_the_earlier_code_valid() {
        SessionId id = harness.codeSent();
        harness.submit(id, TestInputs.WRONG);
        harness.pass(Harness.GAP);
        KycSession.AwaitingOtp<?> before = (KycSession.AwaitingOtp<?>) harness.find(id);

        Either<KycFailure, StepResult> answer = harness.service.resend(id, TestInputs.number(TestInputs.SOURCE_DOWN));

        assertThat(StepAssertions.describe(answer)).isEqualTo("refused source.down");
        assertThat(((KycSession.AwaitingOtp<?>) harness.find(id)).otp()).isEqualTo(before.otp());
        assertThat(StepAssertions.describe(harness.submit(id, TestInputs.RIGHT)))
                .isEqualTo("verified");
    }

    @Test
    void a_resend_asks_for_the_number_since_it_was_never_kept() {
        SessionId id = harness.codeSent();
        harness.pass(Harness.GAP);

        Either<KycFailure, StepResult> answer = harness.service.resend(id);

        assertThat(StepAssertions.describe(answer)).isEqualTo("refused input.invalid");
        assertThat(answer.getLeft().summary()).startsWith("aadhaar is needed again");
    }

    @Test
    void an_expired_code_is_refused_without_a_call_and_a_new_one_verifies() {
        SessionId id = harness.codeSent();
        harness.pass(Duration.ofMinutes(10));

        assertThat(StepAssertions.describe(harness.submit(id, TestInputs.RIGHT)))
                .isEqualTo("refused otp.expired");
        assertThat(StepAssertions.describe(resend(id))).isEqualTo("awaiting-otp");

        assertThat(StepAssertions.describe(harness.submit(id, TestInputs.RIGHT)))
                .isEqualTo("verified");
        assertThat(harness.provider.count(ProviderCall.VERIFY_CODE)).isEqualTo(1);
    }

    @Test
    void a_code_that_the_provider_calls_expired_can_be_replaced_after_the_gap() {
        SessionId id = harness.codeSent();
        harness.pass(Duration.ofSeconds(5));

        Either<KycFailure, StepResult> answer = harness.submit(id, TestInputs.TOO_OLD);

        assertThat(answer.get().report().orElseThrow().retryAdvice())
                .isEqualTo(RetryAdvice.after(Duration.ofSeconds(40)));
        assertThat(StepAssertions.describe(resend(id))).isEqualTo("refused otp.resend-too-soon");
        harness.pass(Duration.ofSeconds(40));
        resend(id);
        assertThat(StepAssertions.describe(harness.submit(id, TestInputs.RIGHT)))
                .isEqualTo("verified");
    }

    @Test
    void a_pending_code_without_reference_can_be_replaced_after_the_gap() {
        SessionId id = harness.consented(Flow.DIRECT_OTP);
        harness.service.startDirectOtp(id, TestInputs.number(TestInputs.PENDING));

        assertThat(StepAssertions.describe(harness.submit(id, TestInputs.RIGHT)))
                .isEqualTo("refused session.wrong-state");
        assertThat(StepAssertions.describe(resend(id))).isEqualTo("refused otp.resend-too-soon");
        harness.pass(Harness.GAP);
        resend(id);

        assertThat(StepAssertions.describe(harness.submit(id, TestInputs.RIGHT)))
                .isEqualTo("verified");
    }

    @Test
    @Tag("P3")
    void a_code_in_doubt_is_neither_verified_nor_resent_before_its_time() {
        SessionId id = harness.consented(Flow.DIRECT_OTP);
        harness.service.startDirectOtp(id, TestInputs.number(TestInputs.TIMED_OUT));

        assertThat(StepAssertions.describe(harness.submit(id, TestInputs.RIGHT)))
                .isEqualTo("refused otp.in-doubt");
        assertThat(StepAssertions.describe(resend(id))).isEqualTo("refused otp.in-doubt");
        assertThat(harness.provider.count(ProviderCall.SEND_CODE)).isEqualTo(1);
        harness.pass(Harness.GAP);
        assertThat(StepAssertions.describe(resend(id))).isEqualTo("awaiting-otp");

        assertThat(StepAssertions.describe(harness.submit(id, TestInputs.RIGHT)))
                .isEqualTo("verified");
    }

    @Test
    void a_virtual_id_is_masked_by_its_own_length() {
        SessionId id = harness.consented(Flow.DIRECT_OTP);
        harness.service.startDirectOtp(id, TestInputs.number(TestInputs.VID));

        harness.submit(id, TestInputs.RIGHT);

        assertThat(((KycSession.Verified) harness.find(id)).identity().number().orElseThrow())
                .hasToString("XXXX XXXX XXXX 2346");
    }

    @Test
    void a_virtual_id_is_sent_to_no_provider_that_does_not_accept_it() {
        SessionId id = harness.consented(Flow.DIRECT_OTP);
        harness.provider.refuseVirtualIds();

        Either<KycFailure, StepResult> answer = harness.service.startDirectOtp(id, TestInputs.number(TestInputs.VID));

        assertThat(answer.getLeft().summary()).startsWith("vid is not accepted");
        assertThat(harness.provider.calls()).isEmpty();
        assertThat(StepAssertions.describe(harness.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT))))
                .isEqualTo("awaiting-otp");
    }

    @Test
    void a_provider_that_lost_the_code_ends_the_session() {
        Harness forgetful = Harness.withConfig(
                FakeConfig.defaults().withOutcome(ProviderCall.VERIFY_CODE, "provider.session-lost"));

        assertThat(StepAssertions.describe(forgetful.submit(forgetful.codeSent(), TestInputs.RIGHT)))
                .isEqualTo("ended provider-session-lost provider.session-lost");
    }

    private Either<KycFailure, StepResult> resend(SessionId id) {
        return harness.service.resend(id, TestInputs.number(TestInputs.SENT));
    }
}

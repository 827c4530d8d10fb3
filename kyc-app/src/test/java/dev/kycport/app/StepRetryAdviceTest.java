package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.app.step.StepResult;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.RetryAdvice;
import dev.kycport.domain.failure.StepReport;
import dev.kycport.domain.otp.OtpPolicy;
import dev.kycport.domain.session.Policies;
import io.vavr.control.Either;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is advised works, and what does not work is not advised. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StepRetryAdviceTest {

    private final Harness harness = Harness.create();

    static Stream<ProviderFailure> lostAnswers() {
        return ProviderFailures.all().filter(ProviderFailure::mayHaveBeenDelivered);
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void after_a_send_in_doubt_a_resend_is_possible_after_the_gap(ProviderFailure loss) {
        harness.provider.fail(ProviderCall.SEND_CODE, loss);
        SessionId id = harness.consented(Flow.DIRECT_OTP);

        Either<KycFailure, StepResult> answer = start(harness, id);

        assertThat(StepAssertions.describe(answer)).isEqualTo("awaiting-otp " + loss.code());
        assertThat(advice(answer)).isEqualTo(RetryAdvice.after(Harness.GAP));
        harness.provider.recover();
        harness.pass(Harness.GAP);
        assertThat(StepAssertions.describe(harness.service.resend(id, TestInputs.number(TestInputs.SENT))))
                .isEqualTo("awaiting-otp");
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void after_a_captcha_send_in_doubt_a_resend_is_possible_after_the_gap(ProviderFailure loss) {
        harness.provider.fail(ProviderCall.SEND_CODE, loss);

        assertThat(advice(harness.answer(harness.captchaShown(), "KYC42"))).isEqualTo(RetryAdvice.after(Harness.GAP));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void where_no_resend_is_left_the_person_starts_again(ProviderFailure loss) {
        Harness strict = withoutResends();
        strict.provider.fail(ProviderCall.SEND_CODE, loss);
        SessionId id = strict.consented(Flow.DIRECT_OTP);

        assertThat(advice(start(strict, id))).isEqualTo(RetryAdvice.RESTART);

        assertThat(StepAssertions.describe(strict.submit(id, TestInputs.RIGHT))).isEqualTo("refused otp.resends-used");
        assertThat(StepAssertions.describe(strict.service.resend(id, TestInputs.number(TestInputs.SENT))))
                .isEqualTo("refused otp.resends-used");
    }

    @Test
    void an_unknown_code_that_stays_pending_without_resends_leaves_nothing_but_a_new_session() {
        Harness strict = withoutResends();
        SessionId id = strict.consented(Flow.DIRECT_OTP);

        assertThat(advice(strict.service.startDirectOtp(id, TestInputs.number(TestInputs.PENDING))))
                .isEqualTo(RetryAdvice.RESTART);
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void a_lost_verdict_can_be_asked_for_again_until_the_last_attempt_is_lost(ProviderFailure loss) {
        SessionId id = harness.codeSent();
        harness.provider.fail(ProviderCall.VERIFY_CODE, loss);

        assertThat(advice(harness.submit(id, TestInputs.RIGHT))).isEqualTo(RetryAdvice.NOW);
        assertThat(advice(harness.submit(id, TestInputs.RIGHT))).isEqualTo(RetryAdvice.NOW);
        Either<KycFailure, StepResult> last = harness.submit(id, TestInputs.RIGHT);

        assertThat(StepAssertions.describe(last)).isEqualTo("ended locked " + loss.code());
        assertThat(advice(last)).isEqualTo(RetryAdvice.RESTART);
    }

    private Harness withoutResends() {
        OtpPolicy defaults = OtpPolicy.DEFAULT;
        Policies once = new Policies(
                Policies.DEFAULT.session(),
                Policies.DEFAULT.captcha(),
                new OtpPolicy(defaults.life(), defaults.attempts(), 0, defaults.resendGap()),
                Policies.DEFAULT.authorization());
        return harness.withService(harness.builderOn(harness.stores)
                .provider(harness.provider)
                .policies(harness.provider.id(), once)
                .build());
    }

    private static Either<KycFailure, StepResult> start(Harness harness, SessionId id) {
        return harness.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT));
    }

    private static RetryAdvice advice(Either<KycFailure, StepResult> answer) {
        StepReport stepReport = answer.get().report().orElseThrow();
        return stepReport.retryAdvice();
    }
}

package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P3")
class P3OneCodeForOneRequestTest {

    private static final int IMPATIENT = 24;

    private final Harness harness = Harness.create();

    @Test
    void a_host_that_starts_the_same_session_in_parallel_sends_one_code() {
        SessionId id = harness.consented(Flow.DIRECT_OTP);

        List<String> answers = describeAll(number ->
                StepAssertions.describe(harness.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT))));

        assertThat(harness.provider.codes()).hasSize(1);
        assertThat(answers).filteredOn("awaiting-otp"::equals).hasSize(1);
        assertThat(answers).isSubsetOf("awaiting-otp", "refused session.busy", "refused session.wrong-state");
    }

    @Test
    void a_host_that_submits_the_same_captcha_in_parallel_sends_one_code() {
        SessionId id = harness.captchaShown();

        List<String> answers = describeAll(number -> StepAssertions.describe(harness.answer(id, "KYC42")));

        assertThat(harness.provider.codes()).hasSize(1);
        assertThat(answers).filteredOn("awaiting-otp"::equals).hasSize(1);
    }

    @Test
    void a_host_that_resends_in_parallel_sends_one_more() {
        SessionId id = harness.codeSent();
        harness.pass(Harness.GAP);

        describeAll(number -> StepAssertions.describe(harness.service.resend(id, TestInputs.number(TestInputs.SENT))));

        assertThat(harness.provider.codes()).hasSize(2);
        assertThat(((OtpChallenge.AwaitingCode) otp(id)).resendsLeft()).isEqualTo(2);
    }

    @Test
    void a_page_that_is_reloaded_sends_no_further_code() {
        SessionId id = harness.codeSent();

        String again = StepAssertions.describe(harness.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT)));
        harness.find(id);

        assertThat(again).isEqualTo("refused session.wrong-state");
        assertThat(harness.provider.codes()).hasSize(1);
    }

    @Test
    void no_code_is_sent_while_one_is_being_sent_or_checked() {
        SessionId id = harness.codeSent();
        harness.pass(Harness.GAP);
        CallBarrier callBarrier = harness.provider.blockNext(ProviderCall.VERIFY_CODE);
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        Future<?> underWay = elsewhere.submit(() -> harness.submit(id, TestInputs.WRONG));
        callBarrier.awaitArrival();

        assertThat(StepAssertions.describe(harness.service.resend(id, TestInputs.number(TestInputs.SENT))))
                .isEqualTo("refused session.busy");
        callBarrier.release();
        ConcurrentRun.result(underWay);
        elsewhere.shutdown();

        assertThat(harness.provider.codes()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource
    void a_send_that_may_have_arrived_is_in_doubt(ProviderFailure failure) {
        SessionId id = harness.consented(Flow.DIRECT_OTP);
        harness.provider.fail(ProviderCall.SEND_CODE, failure);

        String result = StepAssertions.describe(harness.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT)));

        assertThat(result).isEqualTo("awaiting-otp " + failure.code());
        assertThat(otp(id)).isInstanceOf(OtpChallenge.InDoubt.class);
        assertThat(harness.provider.count(ProviderCall.SEND_CODE)).isEqualTo(1);
    }

    static Stream<ProviderFailure> a_send_that_may_have_arrived_is_in_doubt() {
        return ProviderFailures.all().filter(ProviderFailure::mayHaveBeenDelivered);
    }

    @Test
    void a_send_whose_answer_was_never_stored_is_in_doubt_once_no_answer_can_come() {
        SessionId id = harness.consented(Flow.DIRECT_OTP);
        CallBarrier callBarrier = harness.provider.blockNext(ProviderCall.SEND_CODE);
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        Future<?> underWay =
                elsewhere.submit(() -> harness.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT)));
        callBarrier.awaitArrival();

        assertThat(otp(id)).isInstanceOf(OtpChallenge.Requested.class);
        harness.pass(harness.provider.callTimeout());

        assertThat(otp(id)).isInstanceOf(OtpChallenge.InDoubt.class);
        assertThat(StepAssertions.describe(harness.service.resend(id, TestInputs.number(TestInputs.SENT))))
                .isEqualTo("refused otp.in-doubt");
        callBarrier.release();
        ConcurrentRun.result(underWay);
        elsewhere.shutdown();
        assertThat(otp(id)).isInstanceOf(OtpChallenge.InDoubt.class);
    }

    private OtpChallenge otp(SessionId id) {
        return ((KycSession.AwaitingOtp<?>) harness.find(id)).otp();
    }

    private static List<String> describeAll(IntFunction<String> step) {
        return ConcurrentRun.run(IMPATIENT, step);
    }
}

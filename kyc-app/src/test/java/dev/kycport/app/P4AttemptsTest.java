package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P4")
class P4AttemptsTest {

    private static final int GUESSES = 1000;
    private static final int ATTEMPTS = 3;

    private final Harness harness = Harness.create();

    @Test
    void a_thousand_guesses_at_once_spend_exactly_the_attempts_there_are() {
        SessionId id = harness.codeSent();

        List<String> answers =
                ConcurrentRun.run(GUESSES, number -> StepAssertions.describe(harness.submit(id, TestInputs.WRONG)));

        long heard =
                answers.stream().filter(answer -> !answer.startsWith("refused")).count();
        assertThat(calls()).isEqualTo(heard).isBetween(1L, (long) ATTEMPTS);
        assertThat(answers.stream().filter(answer -> answer.startsWith("refused")))
                .isSubsetOf("refused session.busy", "refused session.over");
        exhaust(id);
        assertThat(calls()).isEqualTo(ATTEMPTS);
    }

    @Test
    void guesses_that_retry_on_busy_spend_exactly_the_attempts_there_are() {
        SessionId id = harness.codeSent();

        List<String> answers = ConcurrentRun.run(8, number -> submitUntilNotBusy(id));

        assertThat(answers).containsOnly("refused session.over");
        assertThat(calls()).isEqualTo(ATTEMPTS);
        assertThat(StepAssertions.describeState(harness.find(id))).isEqualTo("ended locked");
    }

    @Test
    void the_right_code_among_a_thousand_guesses_gets_no_extra_chance() {
        SessionId id = harness.codeSent();

        List<String> answers = ConcurrentRun.run(
                GUESSES,
                number -> StepAssertions.describe(
                        harness.submit(id, number == 500 ? TestInputs.RIGHT : TestInputs.WRONG)));

        assertThat(calls()).isLessThanOrEqualTo(ATTEMPTS);
        assertThat(answers).filteredOn("verified"::equals).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void an_attempt_is_on_record_as_spent_before_the_provider_is_asked() {
        SessionId id = harness.codeSent();
        CallBarrier callBarrier = harness.provider.blockNext(ProviderCall.VERIFY_CODE);
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        Future<?> underWay = elsewhere.submit(() -> harness.submit(id, TestInputs.WRONG));
        callBarrier.awaitArrival();

        KycSession stored = harness.stores.sessions().find(id).orElseThrow().restore();
        callBarrier.release();
        ConcurrentRun.result(underWay);
        elsewhere.shutdown();

        assertThat(((KycSession.AwaitingOtp<?>) stored).otp())
                .isInstanceOfSatisfying(
                        OtpChallenge.Verifying.class,
                        verifying -> assertThat(verifying.attemptsLeft()).isEqualTo(ATTEMPTS - 1));
    }

    @Test
    void an_attempt_with_a_lost_verdict_is_spent() {
        SessionId id = harness.codeSent();
        CallBarrier callBarrier = harness.provider.blockNext(ProviderCall.VERIFY_CODE);
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        Future<?> underWay = elsewhere.submit(() -> harness.submit(id, TestInputs.RIGHT));
        callBarrier.awaitArrival();

        harness.pass(harness.provider.callTimeout());

        assertThat(attemptsLeft(id)).isEqualTo(ATTEMPTS - 1);
        callBarrier.release();
        ConcurrentRun.result(underWay);
        elsewhere.shutdown();
        assertThat(attemptsLeft(id)).isEqualTo(ATTEMPTS - 1);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void only_a_failure_that_proves_nothing_was_sent_gives_the_attempt_back(ProviderFailure failure) {
        SessionId id = harness.codeSent();
        harness.provider.fail(ProviderCall.VERIFY_CODE, failure);

        String result = StepAssertions.describe(harness.submit(id, TestInputs.RIGHT));

        boolean givenBack = failure.provesNothingSent();
        assertThat(attemptsLeft(id)).isEqualTo(givenBack ? ATTEMPTS : ATTEMPTS - 1);
        assertThat(result).isEqualTo((givenBack ? "refused " : "awaiting-otp ") + failure.code());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void three_lost_verdicts_lock(ProviderFailure failure) {
        SessionId id = harness.codeSent();
        harness.provider.fail(ProviderCall.VERIFY_CODE, failure);

        for (int i = 0; i < ATTEMPTS; i++) {
            harness.submit(id, TestInputs.WRONG);
        }

        assertThat(StepAssertions.describeState(harness.find(id)))
                .isEqualTo(failure.provesNothingSent() ? "awaiting-otp" : "ended locked");
    }

    static Stream<ProviderFailure> failures() {
        return ProviderFailures.all();
    }

    @Test
    void a_hundred_captcha_answers_at_once_spend_no_more_than_the_attempts_there_are() {
        SessionId id = harness.captchaShown();

        ConcurrentRun.run(100, number -> StepAssertions.describe(harness.answer(id, "WRONG")));

        assertThat(harness.provider.count(ProviderCall.SEND_CODE)).isBetween(1, ATTEMPTS);
    }

    private String submitUntilNotBusy(SessionId id) {
        String answer = StepAssertions.describe(harness.submit(id, TestInputs.WRONG));
        while (!answer.equals("refused session.over")) {
            answer = StepAssertions.describe(harness.submit(id, TestInputs.WRONG));
        }
        return answer;
    }

    private void exhaust(SessionId id) {
        for (int i = 0; i < ATTEMPTS; i++) {
            harness.submit(id, TestInputs.WRONG);
        }
        assertThat(StepAssertions.describeState(harness.find(id))).isEqualTo("ended locked");
    }

    private long calls() {
        return harness.provider.count(ProviderCall.VERIFY_CODE);
    }

    private int attemptsLeft(SessionId id) {
        return ((OtpChallenge.AwaitingCode) ((KycSession.AwaitingOtp<?>) harness.find(id)).otp()).attemptsLeft();
    }
}

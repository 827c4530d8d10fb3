package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.app.step.StepResult;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConcurrencyTest {

    private static final int THREADS = 8;
    private static final int SESSIONS = 500;
    private static final int HEATS = 20;
    private static final List<String> LOST = List.of(
            "refused session.busy",
            "refused session.over",
            "refused session.wrong-state",
            "refused otp.resend-too-soon");

    /** What somebody can do to a session. */
    enum Step {
        GIVE((harness, id) -> harness.service.giveConsent(id, ConsentMethod.CHECKBOX)),
        DECLINE((harness, id) -> harness.service.declineConsent(id)),
        START((harness, id) -> harness.service.startDirectOtp(id, TestInputs.number(TestInputs.SENT))),
        CONNECT((harness, id) -> harness.service.startCaptcha(id)),
        RELOAD((harness, id) -> harness.service.reloadCaptcha(id)),
        ANSWER((harness, id) -> harness.answer(id, "KYC42")),
        SUBMIT((harness, id) -> harness.submit(id, TestInputs.RIGHT)),
        GUESS((harness, id) -> harness.submit(id, TestInputs.WRONG)),
        RESEND((harness, id) -> harness.service.resend(id, TestInputs.number(TestInputs.SENT))),
        OFFER(Harness::offer),
        COME_BACK((harness, id) -> harness.returnFromDigiLocker(id, "code=granted")),
        REFUSE((harness, id) -> harness.returnFromDigiLocker(id, "error=access_denied")),
        COLLECT((harness, id) -> harness.service.fetchDocuments(id)),
        CANCEL((harness, id) -> harness.service.cancel(id)),
        WITHDRAW((harness, id) -> harness.service.withdrawConsent(id));

        private final BiFunction<Harness, SessionId, Either<KycFailure, StepResult>> step;

        Step(BiFunction<Harness, SessionId, Either<KycFailure, StepResult>> step) {
            this.step = step;
        }

        Either<KycFailure, StepResult> take(Harness harness, SessionId id) {
            return step.apply(harness, id);
        }

        boolean ends() {
            return this == CANCEL || this == WITHDRAW;
        }
    }

    @Test
    void thousands_of_sessions_on_many_threads_are_all_verified() {
        Harness harness = Harness.create();

        List<Long> verified = ConcurrentRun.run(
                THREADS,
                thread -> IntStream.range(0, SESSIONS)
                        .mapToObj(i -> SessionScenario.DIRECT.run(harness))
                        .filter(id ->
                                StepAssertions.describeState(harness.find(id)).equals("verified"))
                        .count());

        assertThat(verified).containsOnly((long) SESSIONS);
        assertThat(harness.provider.codes()).hasSize(THREADS * SESSIONS);
    }

    static Stream<Arguments> pairs() {
        return Stream.of(
                        at(SessionStage.OPENED, Step.GIVE, Step.DECLINE, Step.CANCEL),
                        at(SessionStage.CONSENTED, Step.START, Step.CANCEL, Step.WITHDRAW),
                        at(SessionStage.CAPTCHA_SHOWN, Step.RELOAD, Step.ANSWER, Step.CANCEL, Step.WITHDRAW),
                        at(SessionStage.CODE_SENT, Step.SUBMIT, Step.GUESS, Step.CANCEL, Step.WITHDRAW),
                        at(SessionStage.CODE_EXPIRED, Step.RESEND, Step.CANCEL, Step.WITHDRAW),
                        at(SessionStage.OFFERED, Step.COME_BACK, Step.REFUSE, Step.CANCEL, Step.WITHDRAW),
                        at(SessionStage.CONNECTED, Step.COLLECT, Step.CANCEL, Step.WITHDRAW))
                .flatMap(pairs -> pairs);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void two_concurrent_steps_achieve_no_more_than_two_sequential_steps(SessionStage sessionStage, Step one, Step two) {
        for (int heat = 0; heat < HEATS; heat++) {
            Harness harness = Harness.create();
            SessionId id = sessionStage.reach(harness);
            int codes = harness.provider.codes().size();

            List<String> result = ConcurrentRun.runBoth(
                    () -> StepAssertions.describe(one.take(harness, id)),
                    () -> StepAssertions.describe(two.take(harness, id)));

            assertThat(result).anyMatch(answer -> !answer.startsWith("refused"));
            assertThat(result).allMatch(answer -> !answer.startsWith("refused") || isRejected(answer));
            assertThat(harness.provider.codes().size() - codes).isLessThanOrEqualTo(1);
            LedgerAssertions.assertTrailUnbroken(harness, id);
            LedgerAssertions.assertEveryCallHasConsent(harness, id);
            if (one.ends() || two.ends()) {
                assertThat(StepAssertions.describeState(harness.find(id))).matches("ended .*|verified");
            }
        }
    }

    @Test
    void a_consent_given_and_withdrawn_concurrently_allows_nothing_afterwards() {
        for (int heat = 0; heat < HEATS; heat++) {
            Harness harness = Harness.create();
            SessionId id = harness.opened(Flow.DIRECT_OTP);

            List<String> result = ConcurrentRun.runBoth(
                    () -> StepAssertions.describe(Step.GIVE.take(harness, id)),
                    () -> StepAssertions.describe(Step.WITHDRAW.take(harness, id)));

            if (!result.get(1).startsWith("refused")) {
                assertThat(StepAssertions.describeState(harness.find(id))).isEqualTo("ended consent-withdrawn");
                assertThat(StepAssertions.describe(Step.START.take(harness, id)))
                        .isEqualTo("refused session.over");
            } else {
                assertThat(result).containsExactly("consented", "refused consent.missing");
            }
            assertThat(harness.provider.calls()).isEmpty();
        }
    }

    @Test
    void two_concurrent_digilocker_returns_are_handled_once() {
        for (int heat = 0; heat < HEATS; heat++) {
            Harness harness = Harness.create();
            SessionId id = harness.digiLockerOffered();
            String state = harness.state(id);

            List<String> result = ConcurrentRun.run(
                    6,
                    window -> StepAssertions.describe(harness.service.handleDigiLockerReturn(
                            id, TestInputs.returnUrl("code=granted&state=" + state))));

            assertThat(result).filteredOn("verified"::equals).hasSize(1);
            assertThat(harness.provider.count(ProviderCall.TAKE_UP_AUTHORIZATION))
                    .isEqualTo(1);
        }
    }

    private static Stream<Arguments> at(SessionStage sessionStage, Step... steps) {
        return Arrays.stream(steps)
                .flatMap(one -> Arrays.stream(steps)
                        .filter(two -> one.compareTo(two) <= 0)
                        .map(two -> Arguments.of(sessionStage, one, two)));
    }

    private static boolean isRejected(String answer) {
        return LOST.contains(answer) || answer.equals("refused consent.withdrawn");
    }
}

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

    private final World world = World.usual();

    @Test
    void a_thousand_guesses_at_once_spend_exactly_the_attempts_there_are() {
        SessionId id = world.sent();

        List<String> answers = Race.of(GUESSES, number -> Told.by(world.submit(id, Typed.WRONG)));

        long heard =
                answers.stream().filter(answer -> !answer.startsWith("refused")).count();
        assertThat(calls()).isEqualTo(heard).isBetween(1L, (long) ATTEMPTS);
        assertThat(answers.stream().filter(answer -> answer.startsWith("refused")))
                .isSubsetOf("refused session.busy", "refused session.over");
        exhaust(id);
        assertThat(calls()).isEqualTo(ATTEMPTS);
    }

    @Test
    void guesses_that_do_not_let_go_spend_exactly_the_attempts_there_are() {
        SessionId id = world.sent();

        List<String> answers = Race.of(8, number -> insist(id));

        assertThat(answers).containsOnly("refused session.over");
        assertThat(calls()).isEqualTo(ATTEMPTS);
        assertThat(Told.state(world.look(id))).isEqualTo("ended locked");
    }

    @Test
    void the_right_code_among_a_thousand_guesses_gets_no_extra_chance() {
        SessionId id = world.sent();

        List<String> answers =
                Race.of(GUESSES, number -> Told.by(world.submit(id, number == 500 ? Typed.RIGHT : Typed.WRONG)));

        assertThat(calls()).isLessThanOrEqualTo(ATTEMPTS);
        assertThat(answers).filteredOn("verified"::equals).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void an_attempt_is_on_record_as_spent_before_the_provider_is_asked() {
        SessionId id = world.sent();
        Hold hold = world.provider.hold(ProviderCall.VERIFY_CODE);
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        Future<?> underWay = elsewhere.submit(() -> world.submit(id, Typed.WRONG));
        hold.awaitArrival();

        KycSession stored = world.stores.sessions().find(id).orElseThrow().restore();
        hold.release();
        Race.result(underWay);
        elsewhere.shutdown();

        assertThat(((KycSession.AwaitingOtp<?>) stored).otp())
                .isInstanceOfSatisfying(
                        OtpChallenge.Judging.class,
                        judging -> assertThat(judging.attemptsLeft()).isEqualTo(ATTEMPTS - 1));
    }

    @Test
    void an_attempt_whose_verdict_never_came_is_gone() {
        SessionId id = world.sent();
        Hold hold = world.provider.hold(ProviderCall.VERIFY_CODE);
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        Future<?> underWay = elsewhere.submit(() -> world.submit(id, Typed.RIGHT));
        hold.awaitArrival();

        world.pass(world.provider.patience());

        assertThat(attemptsLeft(id)).isEqualTo(ATTEMPTS - 1);
        hold.release();
        Race.result(underWay);
        elsewhere.shutdown();
        assertThat(attemptsLeft(id)).isEqualTo(ATTEMPTS - 1);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void only_a_failure_that_proves_nothing_was_sent_gives_the_attempt_back(ProviderFailure failure) {
        SessionId id = world.sent();
        world.provider.fail(ProviderCall.VERIFY_CODE, failure);

        String told = Told.by(world.submit(id, Typed.RIGHT));

        boolean givenBack = failure.provesNothingSent();
        assertThat(attemptsLeft(id)).isEqualTo(givenBack ? ATTEMPTS : ATTEMPTS - 1);
        assertThat(told).isEqualTo((givenBack ? "refused " : "awaiting-otp ") + failure.code());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void three_lost_verdicts_lock(ProviderFailure failure) {
        SessionId id = world.sent();
        world.provider.fail(ProviderCall.VERIFY_CODE, failure);

        for (int i = 0; i < ATTEMPTS; i++) {
            world.submit(id, Typed.WRONG);
        }

        assertThat(Told.state(world.look(id))).isEqualTo(failure.provesNothingSent() ? "awaiting-otp" : "ended locked");
    }

    static Stream<ProviderFailure> failures() {
        return Failures.every();
    }

    @Test
    void a_hundred_captcha_answers_at_once_spend_no_more_than_the_attempts_there_are() {
        SessionId id = world.shown();

        Race.of(100, number -> Told.by(world.answer(id, "WRONG")));

        assertThat(world.provider.count(ProviderCall.SEND_CODE)).isBetween(1, ATTEMPTS);
    }

    private String insist(SessionId id) {
        String answer = Told.by(world.submit(id, Typed.WRONG));
        while (!answer.equals("refused session.over")) {
            answer = Told.by(world.submit(id, Typed.WRONG));
        }
        return answer;
    }

    private void exhaust(SessionId id) {
        for (int i = 0; i < ATTEMPTS; i++) {
            world.submit(id, Typed.WRONG);
        }
        assertThat(Told.state(world.look(id))).isEqualTo("ended locked");
    }

    private long calls() {
        return world.provider.count(ProviderCall.VERIFY_CODE);
    }

    private int attemptsLeft(SessionId id) {
        return ((OtpChallenge.AwaitingCode) ((KycSession.AwaitingOtp<?>) world.look(id)).otp()).attemptsLeft();
    }
}

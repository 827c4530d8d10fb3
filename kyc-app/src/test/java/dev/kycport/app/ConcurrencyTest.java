package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;

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
        GIVE((world, id) -> world.service.giveConsent(id, ConsentMethod.CHECKBOX)),
        DECLINE((world, id) -> world.service.declineConsent(id)),
        START((world, id) -> world.service.startDirect(id, Typed.number(Typed.SENT))),
        CONNECT((world, id) -> world.service.startCaptcha(id)),
        RELOAD((world, id) -> world.service.reloadCaptcha(id)),
        ANSWER((world, id) -> world.answer(id, "KYC42")),
        SUBMIT((world, id) -> world.submit(id, Typed.RIGHT)),
        GUESS((world, id) -> world.submit(id, Typed.WRONG)),
        RESEND((world, id) -> world.service.resend(id, Typed.number(Typed.SENT))),
        OFFER(World::offer),
        COME_BACK((world, id) -> world.comeBack(id, "code=granted")),
        REFUSE((world, id) -> world.comeBack(id, "error=access_denied")),
        COLLECT((world, id) -> world.service.collect(id)),
        CANCEL((world, id) -> world.service.cancel(id)),
        WITHDRAW((world, id) -> world.service.withdrawConsent(id));

        private final BiFunction<World, SessionId, Either<KycFailure, Progress>> step;

        Step(BiFunction<World, SessionId, Either<KycFailure, Progress>> step) {
            this.step = step;
        }

        Either<KycFailure, Progress> take(World world, SessionId id) {
            return step.apply(world, id);
        }

        boolean ends() {
            return this == CANCEL || this == WITHDRAW;
        }
    }

    @Test
    void thousands_of_sessions_on_many_threads_are_all_verified() {
        World world = World.usual();

        List<Long> verified = Race.of(
                THREADS,
                thread -> IntStream.range(0, SESSIONS)
                        .mapToObj(i -> Story.DIRECT.play(world))
                        .filter(id -> Told.state(world.look(id)).equals("verified"))
                        .count());

        assertThat(verified).containsOnly((long) SESSIONS);
        assertThat(world.provider.codes()).hasSize(THREADS * SESSIONS);
    }

    static Stream<Arguments> pairs() {
        return Stream.of(
                        at(Stage.OPENED, Step.GIVE, Step.DECLINE, Step.CANCEL),
                        at(Stage.CONSENTED, Step.START, Step.CANCEL, Step.WITHDRAW),
                        at(Stage.CAPTCHA_SHOWN, Step.RELOAD, Step.ANSWER, Step.CANCEL, Step.WITHDRAW),
                        at(Stage.CODE_SENT, Step.SUBMIT, Step.GUESS, Step.CANCEL, Step.WITHDRAW),
                        at(Stage.CODE_EXPIRED, Step.RESEND, Step.CANCEL, Step.WITHDRAW),
                        at(Stage.OFFERED, Step.COME_BACK, Step.REFUSE, Step.CANCEL, Step.WITHDRAW),
                        at(Stage.CONNECTED, Step.COLLECT, Step.CANCEL, Step.WITHDRAW))
                .flatMap(pairs -> pairs);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void of_two_steps_at_the_same_moment_nobody_gets_more_than_one_after_the_other(Stage stage, Step one, Step two) {
        for (int heat = 0; heat < HEATS; heat++) {
            World world = World.usual();
            SessionId id = stage.in(world);
            int codes = world.provider.codes().size();

            List<String> told = Race.between(() -> Told.by(one.take(world, id)), () -> Told.by(two.take(world, id)));

            assertThat(told).anyMatch(answer -> !answer.startsWith("refused"));
            assertThat(told).allMatch(answer -> !answer.startsWith("refused") || isALoss(answer));
            assertThat(world.provider.codes().size() - codes).isLessThanOrEqualTo(1);
            Ledgered.theTrailIsUnbroken(world, id);
            Ledgered.everyCallHasItsConsent(world, id);
            if (one.ends() || two.ends()) {
                assertThat(Told.state(world.look(id))).matches("ended .*|verified");
            }
        }
    }

    @Test
    void a_consent_given_and_taken_back_at_the_same_moment_allows_nothing_afterwards() {
        for (int heat = 0; heat < HEATS; heat++) {
            World world = World.usual();
            SessionId id = world.opened(Flow.DIRECT_OTP);

            List<String> told = Race.between(
                    () -> Told.by(Step.GIVE.take(world, id)), () -> Told.by(Step.WITHDRAW.take(world, id)));

            if (!told.get(1).startsWith("refused")) {
                assertThat(Told.state(world.look(id))).isEqualTo("ended consent-withdrawn");
                assertThat(Told.by(Step.START.take(world, id))).isEqualTo("refused session.over");
            } else {
                assertThat(told).containsExactly("consented", "refused consent.missing");
            }
            assertThat(world.provider.seen()).isEmpty();
        }
    }

    @Test
    void a_person_who_comes_back_in_two_windows_is_taken_up_once() {
        for (int heat = 0; heat < HEATS; heat++) {
            World world = World.usual();
            SessionId id = world.offered();
            String state = world.state(id);

            List<String> told = Race.of(
                    6, window -> Told.by(world.service.takeUpReturn(id, Typed.back("code=granted&state=" + state))));

            assertThat(told).filteredOn("verified"::equals).hasSize(1);
            assertThat(world.provider.count(ProviderCall.TAKE_UP_AUTHORIZATION)).isEqualTo(1);
        }
    }

    private static Stream<Arguments> at(Stage stage, Step... steps) {
        return Arrays.stream(steps)
                .flatMap(one -> Arrays.stream(steps)
                        .filter(two -> one.compareTo(two) <= 0)
                        .map(two -> Arguments.of(stage, one, two)));
    }

    private static boolean isALoss(String answer) {
        return LOST.contains(answer) || answer.equals("refused consent.withdrawn");
    }
}

package dev.kycport.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ReachableSecrets;
import dev.kycport.domain.TestValues;
import dev.kycport.domain.captcha.CaptchaPolicy;
import dev.kycport.domain.digilocker.AuthorizationPolicy;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.otp.OtpPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

class SessionPropertyTest {

    // Short lives, so that everything that can grow old does so within a session.
    private static final Policies POLICIES = new Policies(
            new SessionPolicy(Duration.ofMinutes(30), Duration.ofMinutes(5)),
            new CaptchaPolicy(2, 3, Duration.ofSeconds(60)),
            new OtpPolicy(Duration.ofSeconds(60), 2, 2, Duration.ofSeconds(30)),
            new AuthorizationPolicy(Duration.ofSeconds(120)));

    @Provide
    Arbitrary<RandomSessionWalk> walks() {
        Arbitrary<List<int[]>> steps = Arbitraries.integers()
                .between(0, 719)
                .array(int[].class)
                .ofSize(2)
                .list()
                .ofMaxSize(70);
        return Combinators.combine(Arbitraries.of(Flow.class), steps)
                .as(SessionPropertyTest::walk)
                .withoutEdgeCases();
    }

    private static RandomSessionWalk walk(Flow flow, List<int[]> steps) {
        RandomSessionWalk walk = new RandomSessionWalk(flow, POLICIES);
        steps.forEach(step -> walk.step(step[0], step[1] % 40));
        return walk;
    }

    @Property
    @Tag("P4")
    void nobody_guesses_more_often_than_attempts_times_codes(@ForAll("walks") RandomSessionWalk walk) {
        assertThat(walk.guesses)
                .isLessThanOrEqualTo(
                        POLICIES.otp().attempts() * (1 + POLICIES.otp().resends()));
    }

    @Property
    @Tag("P4")
    void nobody_answers_captchas_wrongly_more_often_than_attempts_times_codes(@ForAll("walks") RandomSessionWalk walk) {
        int codes = 1 + POLICIES.otp().resends() + walk.pendingCodes;

        assertThat(walk.wrongAnswers).isLessThanOrEqualTo(POLICIES.captcha().attempts() * codes);
    }

    @Property
    @Tag("P5")
    void every_move_is_one_revision(@ForAll("walks") RandomSessionWalk walk) {
        for (int i = 1; i < walk.trail.size(); i++) {
            assertThat(revision(walk, i)).isGreaterThan(revision(walk, i - 1));
        }
    }

    @Property
    @Tag("P6")
    void only_a_session_no_provider_was_asked_for_changes_its_provider(@ForAll("walks") RandomSessionWalk walk) {
        for (int i = 1; i < walk.trail.size(); i++) {
            KycSession before = walk.trail.get(i - 1);
            SessionHeader after = walk.trail.get(i).header();

            assertThat(after.provider().equals(before.header().provider()) || before instanceof KycSession.Consented)
                    .isTrue();
            assertThat(after)
                    .usingRecursiveComparison()
                    .ignoringFields("revision", "provider")
                    .isEqualTo(before.header());
        }
    }

    @Property
    @Tag("P5")
    void every_state_survives_storage(@ForAll("walks") RandomSessionWalk walk) {
        assertThat(walk.trail)
                .allSatisfy(
                        state -> assertThat(SessionSnapshot.of(state).restore()).isEqualTo(state));
    }

    @Property
    @Tag("P2")
    void no_state_holds_a_secret(@ForAll("walks") RandomSessionWalk walk) {
        assertThat(walk.trail)
                .allSatisfy(state -> assertThat(ReachableSecrets.value(state)).isEmpty());
        assertThat(walk.trail)
                .allSatisfy(state -> assertThat(ReachableSecrets.value(SessionSnapshot.of(state)))
                        .isEmpty());
    }

    @Property
    @Tag("P5")
    void settling_twice_is_settling_once(
            @ForAll("walks") RandomSessionWalk walk, @ForAll @IntRange(max = 2400) int seconds) {
        Instant when = walk.now().plusSeconds(seconds);

        KycSession once = settled(walk.session(), when);

        assertThat(settled(once, when)).isSameAs(once);
    }

    @Property
    @Tag("P4")
    void settling_never_gives_an_attempt_back(
            @ForAll("walks") RandomSessionWalk walk, @ForAll @IntRange(max = 2400) int seconds) {
        for (KycSession state : walk.trail) {
            KycSession settled = settled(state, walk.now().plusSeconds(seconds));

            if (state instanceof KycSession.AwaitingOtp<?> waiting) {
                assertThat(attemptsLeft(settled)).isLessThanOrEqualTo(attemptsLeft(waiting));
            }
        }
    }

    @Property
    @Tag("P5")
    void every_session_has_ended_when_its_time_and_one_call_are_over(@ForAll("walks") RandomSessionWalk walk) {
        Instant end = TestValues.anyHeader(Flow.DIRECT_OTP).expiresAt().plus(TestValues.CALL_TIMEOUT);

        assertThat(walk.trail).noneMatch(state -> settled(state, end) instanceof KycSession.Live);
    }

    @Property
    void no_identity_is_kept_beyond_its_time(@ForAll("walks") RandomSessionWalk walk) {
        Instant end = walk.now().plus(POLICIES.session().identityRetention());

        assertThat(walk.trail)
                .allMatch(state ->
                        SessionSnapshot.of(settled(state, end)).identity().isEmpty());
    }

    @Property
    @Tag("P5")
    void time_changes_nothing_that_is_not_due(
            @ForAll("walks") RandomSessionWalk walk, @ForAll @IntRange(max = 2400) int seconds) {
        Instant when = walk.now().plusSeconds(seconds);

        assertThat(walk.trail)
                .filteredOn(state -> settled(state, when) != state)
                .allMatch(state ->
                        !SessionSnapshot.of(state).dueAt().orElseThrow().isAfter(when));
    }

    @Property
    @Tag("P3")
    void a_refused_move_changes_nothing(@ForAll("walks") RandomSessionWalk walk) {
        for (KycSession state : walk.trail) {
            if (state instanceof KycSession.AwaitingOtp<?> waiting) {
                SessionSnapshot before = SessionSnapshot.of(state);
                boolean refused = waiting.submit(walk.now()).isLeft()
                        && waiting.resend(walk.now()).isLeft();

                assertThat(!refused || SessionSnapshot.of(state).equals(before)).isTrue();
            }
        }
    }

    private static int attemptsLeft(KycSession session) {
        if (!(session instanceof KycSession.AwaitingOtp<?> waiting)) {
            return 0;
        }
        if (waiting.otp() instanceof OtpChallenge.Verifying verifying) {
            return verifying.attemptsLeft();
        }
        return waiting.otp() instanceof OtpChallenge.AwaitingCode code ? code.attemptsLeft() : 0;
    }

    private static long revision(RandomSessionWalk walk, int at) {
        return walk.trail.get(at).header().revision();
    }

    private static KycSession settled(KycSession session, Instant now) {
        return SessionReconciliation.reconcile(session, now, TestValues.CALL_TIMEOUT, POLICIES);
    }
}

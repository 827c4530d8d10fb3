package dev.kycport.domain.otp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.otp.OtpChallenge.AwaitingCode;
import dev.kycport.domain.otp.OtpChallenge.Open;
import dev.kycport.domain.otp.OtpChallenge.Requested;
import dev.kycport.domain.otp.OtpChallenge.Resendable;
import dev.kycport.domain.otp.OtpChallenge.Verifying;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class OtpPropertyTest {

    record Step(int choice, int seconds) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 29),
                        Arbitraries.integers().between(0, 200))
                .as(Step::new)
                .list()
                .ofMaxSize(80)
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<OtpPolicy> policies() {
        Arbitrary<Duration> lives = Arbitraries.integers().between(1, 15).map(Duration::ofMinutes);
        Arbitrary<Duration> gaps = Arbitraries.integers().between(30, 90).map(Duration::ofSeconds);
        return Combinators.combine(
                        lives,
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(0, 10),
                        gaps)
                .as(OtpPolicy::new)
                .withoutEdgeCases();
    }

    @Property
    @Tag("P4")
    void nobody_guesses_more_often_than_attempts_times_codes(
            @ForAll("policies") OtpPolicy policy, @ForAll("steps") List<Step> steps) {
        RandomOtpWalk walk = new RandomOtpWalk(policy);

        for (Step step : steps) {
            walk.step(step.choice(), step.seconds());

            assertThat(walk.guesses).isLessThanOrEqualTo(policy.attempts() * (1 + policy.resends()));
        }
    }

    @Property
    @Tag("P4")
    void an_attempt_is_spent_by_submitting_and_given_back_only_if_nothing_was_sent(
            @ForAll("policies") OtpPolicy policy, @ForAll("steps") List<Step> steps) {
        RandomOtpWalk walk = new RandomOtpWalk(policy);

        for (Step step : steps) {
            walk.step(step.choice(), step.seconds());

            if (walk.state instanceof Verifying verifying) {
                int before = verifying.previous().attemptsLeft();
                assertThat(verifying.attemptsLeft()).isEqualTo(before - 1);
                assertThat(attemptsOf(verifying.wrong())).isEqualTo(before - 1);
                assertThat(attemptsOf(verifying.outcomeUnknown())).isEqualTo(before - 1);
                assertThat(verifying.revert()).isEqualTo(verifying.previous());
            }
        }
    }

    @Property
    @Tag("P3")
    void no_more_codes_are_sent_than_the_policy_has(
            @ForAll("policies") OtpPolicy policy, @ForAll("steps") List<Step> steps) {
        RandomOtpWalk walk = new RandomOtpWalk(policy);

        for (Step step : steps) {
            walk.step(step.choice(), step.seconds());

            assertThat(resendsLeft(walk.state)).isBetween(0, policy.resends());
            assertThat(walk.codes).isLessThanOrEqualTo(1 + policy.resends());
        }
    }

    @Property
    @Tag("P3")
    void a_code_forgone_costs_the_resend_and_changes_nothing_else(
            @ForAll("policies") OtpPolicy policy, @ForAll("steps") List<Step> steps) {
        RandomOtpWalk walk = new RandomOtpWalk(policy);

        for (Step step : steps) {
            walk.step(step.choice(), step.seconds());

            if (walk.state instanceof Requested requested) {
                requested.revertSpendingResend().ifPresent(after -> {
                    Resendable before = requested.previous().orElseThrow();
                    assertThat(after.resendsLeft()).isEqualTo(before.resendsLeft() - 1);
                    assertThat(after)
                            .hasSameClassAs(before)
                            .usingRecursiveComparison()
                            .ignoringFields("resendsLeft")
                            .isEqualTo(before);
                });
            }
        }
    }

    @Property
    @Tag("P3")
    void where_a_code_forgone_leaves_nothing_there_was_no_other_or_it_was_too_old(
            @ForAll("policies") OtpPolicy policy, @ForAll("steps") List<Step> steps) {
        RandomOtpWalk walk = new RandomOtpWalk(policy);

        for (Step step : steps) {
            walk.step(step.choice(), step.seconds());

            if (walk.state instanceof Requested requested) {
                boolean nothing = requested
                        .previous()
                        .map(code -> code instanceof OtpChallenge.Expired && requested.resendsLeft() == 0)
                        .orElse(true);
                assertThat(requested.revertSpendingResend().isEmpty()).isEqualTo(nothing);
            }
        }
    }

    @Property
    @Tag("P3")
    void no_code_is_asked_for_before_its_time(@ForAll("policies") OtpPolicy policy, @ForAll("steps") List<Step> steps) {
        RandomOtpWalk walk = new RandomOtpWalk(policy);

        for (Step step : steps) {
            OtpChallenge before = walk.state;
            walk.step(step.choice(), step.seconds());

            if (before instanceof Resendable from && walk.state instanceof Requested) {
                assertThat(walk.now).isAfterOrEqualTo(from.resendNotBefore());
                assertThat(from.resendsLeft()).isPositive();
            }
        }
    }

    @Property
    @Tag("P4")
    void no_code_is_submitted_past_its_life(@ForAll("policies") OtpPolicy policy, @ForAll("steps") List<Step> steps) {
        RandomOtpWalk walk = new RandomOtpWalk(policy);

        for (Step step : steps) {
            walk.step(step.choice(), step.seconds());

            if (walk.state instanceof Verifying verifying) {
                assertThat(verifying.since()).isBefore(verifying.previous().expiresAt());
            }
        }
    }

    @Property
    @Tag("P5")
    void every_state_a_session_can_wait_in_survives_storage(
            @ForAll("policies") OtpPolicy policy, @ForAll("steps") List<Step> steps) {
        RandomOtpWalk walk = new RandomOtpWalk(policy);

        for (Step step : steps) {
            walk.step(step.choice(), step.seconds());

            if (walk.state instanceof Open open) {
                assertThat(OtpSnapshot.of(open).restore()).isEqualTo(open);
            }
        }
    }

    private static int attemptsOf(OtpChallenge.AfterFailedAttempt afterFailedAttempt) {
        return afterFailedAttempt instanceof AwaitingCode code ? code.attemptsLeft() : 0;
    }

    private static int resendsLeft(OtpChallenge state) {
        if (state instanceof Resendable resendable) {
            return resendable.resendsLeft();
        }
        return state instanceof Requested requested ? requested.resendsLeft() : 0;
    }
}

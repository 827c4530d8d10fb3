package dev.kycport.domain.captcha;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.TestValues;
import dev.kycport.domain.captcha.CaptchaChallenge.Answered;
import dev.kycport.domain.captcha.CaptchaChallenge.Open;
import dev.kycport.domain.captcha.CaptchaChallenge.Refreshable;
import dev.kycport.domain.captcha.CaptchaChallenge.Requested;
import dev.kycport.domain.captcha.CaptchaChallenge.Shown;
import dev.kycport.domain.captcha.CaptchaChallenge.Spent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class CaptchaPropertyTest {

    @Provide
    Arbitrary<List<Integer>> choices() {
        return Arbitraries.integers().between(0, 29).list().ofMaxSize(80).withoutEdgeCases();
    }

    @Provide
    Arbitrary<CaptchaPolicy> policies() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(1, 10))
                .as((refreshes, attempts) -> new CaptchaPolicy(refreshes, attempts, Duration.ofMinutes(5)))
                .withoutEdgeCases();
    }

    @Property
    @Tag("P4")
    void nobody_answers_more_often_than_there_are_attempts(
            @ForAll("policies") CaptchaPolicy policy, @ForAll("choices") List<Integer> choices) {
        long unsent = 0;
        List<CaptchaChallenge> trail = trail(policy, choices);

        for (int i = 1; i < trail.size(); i++) {
            unsent += trail.get(i - 1) instanceof Answered answered
                            && trail.get(i).equals(answered.revert())
                    ? 1
                    : 0;
        }

        long answers = trail.stream().filter(Answered.class::isInstance).count();
        assertThat(answers - unsent).isLessThanOrEqualTo(policy.attempts());
    }

    @Property
    @Tag("P4")
    void an_attempt_is_spent_by_answering_and_given_back_only_if_nothing_was_sent(
            @ForAll("policies") CaptchaPolicy policy, @ForAll("choices") List<Integer> choices) {
        for (CaptchaChallenge state : trail(policy, choices)) {
            if (state instanceof Answered answered) {
                int before = answered.previous().attemptsLeft();
                assertThat(answered.attemptsLeft()).isEqualTo(before - 1);
                assertThat(answered.revert()).isEqualTo(answered.previous());
                assertThat(answered.wrong() instanceof Shown shown ? shown.attemptsLeft() : 0)
                        .isEqualTo(before - 1);
            }
        }
    }

    @Property
    @Tag("P3")
    void refreshes_and_attempts_never_leave_the_policy(
            @ForAll("policies") CaptchaPolicy policy, @ForAll("choices") List<Integer> choices) {
        for (CaptchaChallenge state : trail(policy, choices)) {
            if (state instanceof Refreshable refreshable) {
                assertThat(refreshable.refreshesLeft()).isBetween(0, policy.refreshes());
                assertThat(refreshable.attemptsLeft()).isBetween(1, policy.attempts());
            }
        }
    }

    @Property
    @Tag("P5")
    void every_state_a_session_can_wait_in_survives_storage(
            @ForAll("policies") CaptchaPolicy policy, @ForAll("choices") List<Integer> choices) {
        for (CaptchaChallenge state : trail(policy, choices)) {
            if (state instanceof Open open) {
                assertThat(CaptchaSnapshot.of(open).restore()).isEqualTo(open);
            }
        }
    }

    private static List<CaptchaChallenge> trail(CaptchaPolicy policy, List<Integer> choices) {
        List<CaptchaChallenge> trail = new ArrayList<>();
        Instant now = TestValues.NOW;
        CaptchaChallenge state = CaptchaChallenge.request(policy, now);
        for (int choice : choices) {
            trail.add(state);
            now = now.plusSeconds(choice * 5L);
            state = next(state, choice, policy, now);
        }
        trail.add(state);
        return trail;
    }

    private static CaptchaChallenge next(CaptchaChallenge state, int choice, CaptchaPolicy policy, Instant now) {
        if (state instanceof Requested requested) {
            return choice % 4 == 0 && requested.revert().isPresent()
                    ? requested.revert().get()
                    : requested.show(TestValues.anyImage(), policy, now);
        }
        if (state instanceof Answered answered) {
            return choice % 3 == 0 ? answered.revert() : replaced(answered.wrong(), now);
        }
        if (state instanceof Shown shown && choice % 4 > 0) {
            return choice % 4 == 1
                    ? shown.expire()
                    : shown.answer(now).<CaptchaChallenge>map(a -> a).getOrElse(shown);
        }
        return state instanceof Refreshable from
                ? from.refresh(now)
                        .<CaptchaChallenge>map(requested -> requested)
                        .getOrElse(state)
                : state;
    }

    private static CaptchaChallenge replaced(CaptchaChallenge.AfterWrongAnswer afterWrongAnswer, Instant now) {
        return afterWrongAnswer instanceof Shown shown ? shown.replace(now) : (Spent) afterWrongAnswer;
    }
}

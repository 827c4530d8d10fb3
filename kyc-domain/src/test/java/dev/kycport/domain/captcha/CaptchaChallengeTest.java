package dev.kycport.domain.captcha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.TestValues;
import dev.kycport.domain.captcha.CaptchaChallenge.Answered;
import dev.kycport.domain.captcha.CaptchaChallenge.Expired;
import dev.kycport.domain.captcha.CaptchaChallenge.Requested;
import dev.kycport.domain.captcha.CaptchaChallenge.Shown;
import dev.kycport.domain.captcha.CaptchaChallenge.Solved;
import dev.kycport.domain.captcha.CaptchaChallenge.Spent;
import dev.kycport.domain.failure.CaptchaRejection;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CaptchaChallengeTest {

    private static final CaptchaPolicy POLICY = CaptchaPolicy.DEFAULT;
    private static final Requested REQUESTED = CaptchaChallenge.request(POLICY, TestValues.NOW);
    private static final Shown SHOWN = REQUESTED.show(TestValues.anyImage(), POLICY, TestValues.NOW);

    @Test
    void it_starts_with_everything_left() {
        assertThat(REQUESTED).isEqualTo(new Requested(TestValues.NOW, 5, 3, Optional.empty()));
        assertThat(REQUESTED.revert()).isEmpty();
    }

    @Test
    void an_image_lives_by_the_policy() {
        assertThat(SHOWN).isEqualTo(new Shown(TestValues.anyImage(), TestValues.later(300), 5, 3));
    }

    @Test
    void a_refresh_costs_one_refresh_and_no_attempt() {
        Requested requested = SHOWN.refresh(TestValues.later(7)).get();

        assertThat(requested).isEqualTo(new Requested(TestValues.later(7), 4, 3, Optional.of(SHOWN)));
        assertThat(requested.revert()).contains(SHOWN);
    }

    @Test
    void without_refreshes_there_is_no_new_image() {
        Either<KycFailure, Requested> spent = Either.left(new CaptchaRejection.Spent());

        assertThat(new Shown(TestValues.anyImage(), TestValues.later(300), 0, 3).refresh(TestValues.NOW))
                .isEqualTo(spent);
        assertThat(new Expired(TestValues.later(300), 0, 3).refresh(TestValues.NOW))
                .isEqualTo(spent);
    }

    @Test
    void an_answer_spends_an_attempt_before_anyone_is_asked() {
        Answered answered = SHOWN.answer(TestValues.later(299)).get();

        assertThat(answered).isEqualTo(new Answered(SHOWN, TestValues.later(299)));
        assertThat(answered.attemptsLeft()).isEqualTo(2);
    }

    @Test
    void an_image_past_its_life_is_not_answered() {
        assertThat(SHOWN.answer(TestValues.later(300)))
                .isEqualTo(Either.left(new CaptchaRejection.Expired(TestValues.later(300))));
    }

    @Test
    void a_right_answer_solves() {
        assertThat(answered(1).solve()).isEqualTo(new Solved());
    }

    @Test
    void a_wrong_answer_costs_one_attempt_and_the_last_one_spends() {
        assertThat(answered(3).wrong()).isEqualTo(shown(2));
        assertThat(answered(2).wrong()).isEqualTo(shown(1));
        assertThat(answered(1).wrong()).isEqualTo(new Spent());
    }

    @Test
    void an_answer_that_never_left_costs_nothing() {
        assertThat(answered(1).revert()).isEqualTo(shown(1));
    }

    @Test
    void an_image_used_up_is_replaced_at_no_cost() {
        assertThat(shown(2).replace(TestValues.later(9)))
                .isEqualTo(new Requested(TestValues.later(9), 5, 2, Optional.of(shown(2))));
    }

    @Test
    void an_old_image_expires_with_what_is_left() {
        assertThat(shown(2).expire()).isEqualTo(new Expired(TestValues.later(300), 5, 2));
        assertThat(shown(2).expire().refresh(TestValues.later(400)).get())
                .isEqualTo(new Requested(TestValues.later(400), 4, 2, Optional.of(shown(2).expire())));
    }

    @Test
    void an_image_without_attempts_is_a_bug() {
        assertThatThrownBy(() -> shown(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Shown shown(int attemptsLeft) {
        return new Shown(TestValues.anyImage(), TestValues.later(300), 5, attemptsLeft);
    }

    private static Answered answered(int attemptsLeft) {
        return new Answered(shown(attemptsLeft), TestValues.later(60));
    }
}

package dev.kycport.domain.captcha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.TestValues;
import dev.kycport.domain.captcha.CaptchaChallenge.Answered;
import dev.kycport.domain.captcha.CaptchaChallenge.Expired;
import dev.kycport.domain.captcha.CaptchaChallenge.Open;
import dev.kycport.domain.captcha.CaptchaChallenge.Requested;
import dev.kycport.domain.captcha.CaptchaChallenge.Shown;
import dev.kycport.domain.captcha.CaptchaSnapshot.Kind;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P5")
class CaptchaSnapshotTest {

    private static final Shown SHOWN = new Shown(TestValues.anyImage(), TestValues.later(300), 5, 3);
    private static final Optional<Instant> SOME_TIME = Optional.of(TestValues.NOW);

    static Stream<Open> states() {
        return Stream.of(
                new Requested(TestValues.NOW, 5, 3, Optional.empty()),
                new Requested(TestValues.NOW, 4, 3, Optional.of(SHOWN)),
                new Requested(TestValues.NOW, 4, 3, Optional.of(SHOWN.expire())),
                SHOWN,
                new Answered(SHOWN, TestValues.later(60)),
                new Expired(TestValues.later(300), 2, 1));
    }

    @ParameterizedTest
    @MethodSource("states")
    void every_state_survives(Open state) {
        assertThat(CaptchaSnapshot.of(state).restore()).isEqualTo(state);
    }

    @Test
    void an_answer_under_way_is_stored_with_its_attempt_spent() {
        assertThat(CaptchaSnapshot.of(new Answered(SHOWN, TestValues.NOW)).attemptsLeft())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void a_snapshot_without_its_parts_is_damaged(Kind kind) {
        assertDamaged(new CaptchaSnapshot(
                kind, Optional.empty(), Optional.empty(), Optional.empty(), 1, 1, Optional.empty()));
    }

    @Test
    void an_image_without_its_life_or_its_attempts_is_damaged() {
        assertDamaged(new CaptchaSnapshot(
                Kind.SHOWN,
                Optional.empty(),
                Optional.of(TestValues.anyImage()),
                Optional.empty(),
                1,
                1,
                Optional.empty()));
        assertDamaged(new CaptchaSnapshot(
                Kind.SHOWN, Optional.empty(), Optional.of(TestValues.anyImage()), SOME_TIME, 1, 0, Optional.empty()));
    }

    @Test
    void counts_below_zero_are_damaged() {
        assertThatThrownBy(() -> expired(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> expired(1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(expired(0, 0).restore()).isEqualTo(new Expired(TestValues.NOW, 0, 0));
    }

    @Test
    void an_answer_leads_back_to_an_image() {
        CaptchaSnapshot old = CaptchaSnapshot.of(SHOWN.expire());

        assertDamaged(new CaptchaSnapshot(
                Kind.ANSWERED, SOME_TIME, Optional.empty(), Optional.empty(), 1, 1, Optional.of(old)));
    }

    @Test
    void a_request_cannot_lead_back_to_another() {
        CaptchaSnapshot other = CaptchaSnapshot.of(new Requested(TestValues.NOW, 4, 3, Optional.of(SHOWN)));

        assertDamaged(new CaptchaSnapshot(
                Kind.REQUESTED, SOME_TIME, Optional.empty(), Optional.empty(), 1, 1, Optional.of(other)));
    }

    private static CaptchaSnapshot expired(int refreshesLeft, int attemptsLeft) {
        return new CaptchaSnapshot(
                Kind.EXPIRED,
                Optional.empty(),
                Optional.empty(),
                SOME_TIME,
                refreshesLeft,
                attemptsLeft,
                Optional.empty());
    }

    private static void assertDamaged(CaptchaSnapshot snapshot) {
        assertThatThrownBy(snapshot::restore).isInstanceOf(IllegalArgumentException.class);
    }
}

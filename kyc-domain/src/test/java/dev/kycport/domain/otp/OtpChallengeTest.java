package dev.kycport.domain.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.TestValues;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.OtpRejection;
import dev.kycport.domain.failure.RetryAdvice;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.otp.OtpChallenge.AwaitingCode;
import dev.kycport.domain.otp.OtpChallenge.Expired;
import dev.kycport.domain.otp.OtpChallenge.InDoubt;
import dev.kycport.domain.otp.OtpChallenge.Locked;
import dev.kycport.domain.otp.OtpChallenge.NotSent;
import dev.kycport.domain.otp.OtpChallenge.Pending;
import dev.kycport.domain.otp.OtpChallenge.Requested;
import dev.kycport.domain.otp.OtpChallenge.Verified;
import dev.kycport.domain.otp.OtpChallenge.Verifying;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OtpChallengeTest {

    private static final OtpPolicy POLICY = OtpPolicy.DEFAULT;
    private static final Requested REQUESTED = OtpChallenge.request(POLICY, TestValues.NOW);
    private static final AwaitingCode CODE = REQUESTED.sent(TestValues.anyReference(), POLICY, TestValues.NOW);
    private static final ProviderReference OTHER = new ProviderReference("ref-0");

    @Test
    void it_starts_with_every_resend_left() {
        assertThat(REQUESTED).isEqualTo(new Requested(TestValues.NOW, 3, Optional.empty()));
    }

    @Test
    void a_code_sent_lives_by_the_policy() {
        assertThat(CODE)
                .isEqualTo(
                        new AwaitingCode(TestValues.anyReference(), TestValues.later(600), 3, 3, TestValues.later(45)));
    }

    @Test
    void a_number_without_a_mobile_gets_no_code() {
        assertThat(REQUESTED.notSent(NotSentReason.MOBILE_NOT_LINKED))
                .isEqualTo(new NotSent(NotSentReason.MOBILE_NOT_LINKED));
        assertThat(NotSentReason.MOBILE_NOT_LINKED.verdict()).isEqualTo(VerdictCode.MOBILE_NOT_LINKED);
        assertThat(NotSentReason.NUMBER_INVALID.verdict()).isEqualTo(VerdictCode.NUMBER_INVALID);
    }

    @Test
    void a_lost_send_is_in_doubt_until_the_gap_has_passed() {
        assertThat(REQUESTED.outcomeUnknown(POLICY, TestValues.later(30)))
                .isEqualTo(new InDoubt(3, TestValues.later(75)));
    }

    @Test
    void a_first_send_that_never_left_leads_nowhere() {
        assertThat(REQUESTED.revert()).isEmpty();
    }

    @Test
    void a_submission_spends_an_attempt_before_anyone_is_asked() {
        Verifying verifying = CODE.submit(TestValues.later(599)).get();

        assertThat(verifying).isEqualTo(new Verifying(CODE, TestValues.later(599)));
        assertThat(verifying.attemptsLeft()).isEqualTo(2);
    }

    @Test
    void a_code_past_its_life_is_not_submitted() {
        assertThat(CODE.submit(TestValues.later(600)))
                .isEqualTo(Either.left(new OtpRejection.Expired(TestValues.later(45), Duration.ZERO)));
    }

    @Test
    void a_late_submission_is_told_when_a_resend_will_do() {
        AwaitingCode code =
                new AwaitingCode(TestValues.anyReference(), TestValues.later(60), 3, 3, TestValues.later(100));

        assertThat(code.submit(TestValues.later(90)))
                .isEqualTo(Either.left(new OtpRejection.Expired(TestValues.later(100), Duration.ofSeconds(10))));
    }

    @Test
    void a_right_code_verifies() {
        assertThat(judging(3).right()).isEqualTo(new Verified());
    }

    @Test
    void a_wrong_code_costs_one_attempt() {
        assertThat(judging(3).wrong()).isEqualTo(code(2));
        assertThat(judging(2).wrong()).isEqualTo(code(1));
    }

    @Test
    void the_last_wrong_code_locks() {
        assertThat(judging(1).wrong()).isEqualTo(new Locked());
    }

    @Test
    void a_lost_verdict_costs_the_attempt_too() {
        assertThat(judging(3).outcomeUnknown()).isEqualTo(code(2));
        assertThat(judging(1).outcomeUnknown()).isEqualTo(new Locked());
    }

    @Test
    void a_submission_that_never_left_costs_nothing() {
        assertThat(judging(1).revert()).isEqualTo(code(1));
    }

    @Test
    void the_provider_may_call_the_code_too_old() {
        assertThat(judging(2).expired()).isEqualTo(new Expired(3, TestValues.later(45)));
        assertThat(CODE.expire()).isEqualTo(new Expired(3, TestValues.later(45)));
    }

    @Test
    void a_resend_costs_one_and_remembers_what_was() {
        assertThat(CODE.resend(TestValues.later(45)))
                .isEqualTo(Either.right(new Requested(TestValues.later(45), 2, Optional.of(CODE))));
    }

    @Test
    void a_resend_before_its_time_is_refused() {
        assertThat(CODE.resend(TestValues.later(44)))
                .isEqualTo(Either.left(new OtpRejection.ResendTooSoon(TestValues.later(45), Duration.ofSeconds(1))));
    }

    @Test
    void a_resend_in_doubt_before_its_time_is_refused_as_such() {
        assertThat(new InDoubt(3, TestValues.later(45)).resend(TestValues.later(40)))
                .isEqualTo(Either.left(new OtpRejection.InDoubt(TestValues.later(45), Duration.ofSeconds(5))));
    }

    @Test
    void without_resends_there_is_none_and_no_time_helps() {
        Either<KycFailure, Requested> used = Either.left(new OtpRejection.ResendsUsed());

        assertThat(new Expired(0, TestValues.later(45)).resend(TestValues.later(500)))
                .isEqualTo(used);
        assertThat(new Pending(0, TestValues.later(45)).resend(TestValues.NOW)).isEqualTo(used);
    }

    @Test
    void a_submission_in_doubt_is_told_when_another_code_can_be_had_and_whether_ever() {
        SessionRejection unused = new SessionRejection.Unknown();

        assertThat(new InDoubt(1, TestValues.later(45)).trySubmit(TestValues.later(40), unused))
                .isEqualTo(Either.left(new OtpRejection.InDoubt(TestValues.later(45), Duration.ofSeconds(5))));
        assertThat(new InDoubt(0, TestValues.later(45)).trySubmit(TestValues.later(40), unused))
                .isEqualTo(Either.left(new OtpRejection.ResendsUsed()));
    }

    @Test
    void the_advice_is_to_wait_for_the_resend_while_one_is_left() {
        assertThat(new Expired(1, TestValues.later(45)).retryAdvice(TestValues.later(40)))
                .isEqualTo(RetryAdvice.after(Duration.ofSeconds(5)));
        assertThat(new Expired(0, TestValues.later(45)).retryAdvice(TestValues.later(40)))
                .isEqualTo(RetryAdvice.RESTART);
    }

    @Test
    void a_resend_that_never_left_is_given_back() {
        assertThat(CODE.resend(TestValues.later(45)).get().revert()).contains(CODE);
    }

    @Test
    void a_pending_code_nobody_knows_can_only_be_waited_for() {
        assertThat(REQUESTED.pending(Optional.empty(), POLICY, Duration.ofSeconds(90), TestValues.NOW))
                .isEqualTo(new Pending(3, TestValues.later(90)));
    }

    @Test
    void a_provider_cannot_shorten_the_gap() {
        assertThat(REQUESTED.pending(Optional.empty(), POLICY, Duration.ofSeconds(5), TestValues.NOW))
                .isEqualTo(new Pending(3, TestValues.NOW.plus(POLICY.resendGap())));
    }

    @Test
    void a_pending_code_the_provider_names_can_be_tried() {
        assertThat(REQUESTED.pending(Optional.of(OTHER), POLICY, Duration.ofSeconds(90), TestValues.NOW))
                .isEqualTo(new AwaitingCode(OTHER, TestValues.later(600), 3, 3, TestValues.later(90)));
    }

    @Test
    void a_pending_code_we_hold_goes_on_as_it_was() {
        Requested again = code(2).resend(TestValues.later(100)).get();

        assertThat(again.pending(Optional.empty(), POLICY, Duration.ofSeconds(90), TestValues.later(100)))
                .isEqualTo(new AwaitingCode(
                        TestValues.anyReference(), TestValues.later(600), 2, 3, TestValues.later(190)));
        assertThat(again.pending(Optional.of(OTHER), POLICY, Duration.ofSeconds(90), TestValues.later(100)))
                .isEqualTo(new AwaitingCode(OTHER, TestValues.later(600), 2, 3, TestValues.later(190)));
    }

    @Test
    void a_resend_that_found_an_unknown_code_pending_is_given_back() {
        Requested again = new Pending(2, TestValues.NOW).resend(TestValues.NOW).get();

        assertThat(again.pending(Optional.empty(), POLICY, Duration.ofSeconds(90), TestValues.NOW))
                .isEqualTo(new Pending(2, TestValues.later(90)));
    }

    @Test
    void fresh_attempts_at_a_pending_code_cost_the_resend() {
        Requested again = new Expired(2, TestValues.NOW).resend(TestValues.NOW).get();

        assertThat(again.pending(Optional.of(OTHER), POLICY, Duration.ofSeconds(90), TestValues.NOW))
                .isEqualTo(new AwaitingCode(OTHER, TestValues.later(600), 3, 1, TestValues.later(90)));
    }

    @Test
    void a_code_without_attempts_is_a_bug() {
        Instant end = TestValues.later(600);

        assertThatThrownBy(() -> new AwaitingCode(TestValues.anyReference(), end, 0, 3, end))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static AwaitingCode code(int attemptsLeft) {
        return new AwaitingCode(CODE.reference(), CODE.expiresAt(), attemptsLeft, 3, CODE.resendNotBefore());
    }

    private static Verifying judging(int attemptsLeft) {
        return new Verifying(code(attemptsLeft), TestValues.later(60));
    }
}

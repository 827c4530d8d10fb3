package dev.kycport.domain.session;

import static dev.kycport.domain.session.SessionFixtures.CODE;
import static dev.kycport.domain.session.SessionFixtures.IMAGE;
import static dev.kycport.domain.session.SessionFixtures.REQUESTED;
import static dev.kycport.domain.session.SessionFixtures.REQUESTED_IMAGE;
import static dev.kycport.domain.session.SessionFixtures.atCaptchaBeforeResend;
import static dev.kycport.domain.session.SessionFixtures.sessionAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.TestValues;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.failure.CaptchaRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.otp.NotSentReason;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession.AwaitingCaptcha;
import dev.kycport.domain.session.KycSession.AwaitingOtp;
import dev.kycport.domain.session.KycSession.Consented;
import dev.kycport.domain.session.KycSession.Ended;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AwaitingCaptchaTest {

    private static final SessionHeader NEXT =
            TestValues.anyHeader(Flow.CAPTCHA_OTP).next();
    private static final CaptchaChallenge.Answered ANSWERED = new CaptchaChallenge.Answered(IMAGE, TestValues.NOW);
    private static final CaptchaChallenge.Expired OLD = IMAGE.expire();
    private static final SessionRejection BUSY = new SessionRejection.Busy();

    @Test
    void an_image_can_be_answered() {
        assertThat(sessionAt(IMAGE).answer(TestValues.later(9)).get())
                .isEqualTo(new AwaitingCaptcha<>(
                        NEXT, new CaptchaChallenge.Answered(IMAGE, TestValues.later(9)), REQUESTED));
    }

    @Test
    void nothing_is_answered_while_a_call_is_under_way() {
        assertThat(answered(REQUESTED_IMAGE)).isEqualTo(BUSY);
        assertThat(answered(ANSWERED)).isEqualTo(BUSY);
    }

    @Test
    void an_old_image_is_not_answered() {
        assertThat(answered(OLD)).isEqualTo(new CaptchaRejection.Expired(TestValues.later(300)));
        assertThat(sessionAt(IMAGE).answer(TestValues.later(300)).getLeft())
                .isEqualTo(new CaptchaRejection.Expired(TestValues.later(300)));
    }

    @Test
    void a_new_image_can_be_asked_for() {
        assertThat(sessionAt(IMAGE).refresh(TestValues.later(9)).get().captcha())
                .isEqualTo(new CaptchaChallenge.Requested(TestValues.later(9), 4, 3, Optional.of(IMAGE)));
        assertThat(sessionAt(OLD).refresh(TestValues.later(9)).get().captcha())
                .isEqualTo(new CaptchaChallenge.Requested(TestValues.later(9), 4, 3, Optional.of(OLD)));
    }

    @Test
    void no_new_image_is_asked_for_while_a_call_is_under_way() {
        assertThat(sessionAt(REQUESTED_IMAGE).refresh(TestValues.NOW).getLeft()).isEqualTo(BUSY);
        assertThat(sessionAt(ANSWERED).refresh(TestValues.NOW).getLeft()).isEqualTo(BUSY);
    }

    @Test
    void no_new_image_is_asked_for_when_none_is_left() {
        assertThat(sessionAt(SessionFixtures.image(0, 3))
                        .refresh(TestValues.NOW)
                        .getLeft())
                .isEqualTo(new CaptchaRejection.Spent());
    }

    @Test
    void a_missing_image_leads_back_to_where_it_was_asked_for() {
        assertThat(sessionAt(REQUESTED_IMAGE).revert(Optional.of(IMAGE)))
                .isEqualTo(new AwaitingCaptcha<>(NEXT, IMAGE, REQUESTED));
        assertThat(sessionAt(REQUESTED_IMAGE).revert(Optional.empty())).isEqualTo(new Consented(NEXT));
        assertThat(atCaptchaBeforeResend(REQUESTED_IMAGE).revert(Optional.empty()))
                .isEqualTo(new AwaitingOtp<>(NEXT, CODE));
    }

    @Test
    void a_wrong_answer_leaves_the_session_waiting_or_locks_it() {
        CaptchaChallenge.Shown fewer = SessionFixtures.image(5, 2);

        assertThat(sessionAt(ANSWERED).recordWrongAnswer(fewer))
                .isEqualTo(new AwaitingCaptcha<>(NEXT, fewer, REQUESTED));
        assertThat(sessionAt(ANSWERED).recordWrongAnswer(new CaptchaChallenge.Spent()))
                .isEqualTo(new Ended(NEXT, EndReason.LOCKED));
    }

    @Test
    void an_image_too_old_leaves_the_session_waiting_or_was_the_last() {
        assertThat(sessionAt(IMAGE).expireImage(OLD)).isEqualTo(new AwaitingCaptcha<>(NEXT, OLD, REQUESTED));
        assertThat(sessionAt(IMAGE).expireImage(SessionFixtures.image(0, 3).expire()))
                .isEqualTo(new Ended(NEXT, EndReason.EXPIRED));
    }

    @Test
    void a_captcha_that_fails_on_the_way_to_a_second_code_leaves_the_first_and_costs_the_resend() {
        AwaitingOtp<?> first = new AwaitingOtp<>(NEXT, SessionFixtures.CODE_WITHOUT_RESEND);

        assertThat(atCaptchaBeforeResend(ANSWERED).recordWrongAnswer(new CaptchaChallenge.Spent()))
                .isEqualTo(first);
        assertThat(atCaptchaBeforeResend(IMAGE)
                        .expireImage(SessionFixtures.image(0, 3).expire()))
                .isEqualTo(first);
    }

    @Test
    void where_neither_a_code_nor_a_resend_is_left_the_session_is_over() {
        OtpChallenge.Requested last = new OtpChallenge.Expired(1, TestValues.NOW)
                .resend(TestValues.NOW)
                .get();

        assertThat(sessionAt(ANSWERED, last).recordWrongAnswer(new CaptchaChallenge.Spent()))
                .isEqualTo(new Ended(NEXT, EndReason.LOCKED));
        assertThat(sessionAt(IMAGE, last)
                        .expireImage(SessionFixtures.image(0, 3).expire()))
                .isEqualTo(new Ended(NEXT, EndReason.EXPIRED));
    }

    @Test
    void a_right_answer_leads_to_what_became_of_the_code() {
        assertThat(sessionAt(ANSWERED).continueWithCode(CODE)).isEqualTo(new AwaitingOtp<>(NEXT, CODE));
        assertThat(sessionAt(ANSWERED).endIneligible(new OtpChallenge.NotSent(NotSentReason.NUMBER_INVALID)))
                .isEqualTo(new Ended(NEXT, EndReason.INELIGIBLE));
    }

    private static KycFailure answered(CaptchaChallenge.Open challenge) {
        return sessionAt(challenge).answer(TestValues.later(9)).getLeft();
    }
}

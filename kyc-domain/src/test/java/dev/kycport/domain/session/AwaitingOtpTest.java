package dev.kycport.domain.session;

import static dev.kycport.domain.session.SessionFixtures.CODE;
import static dev.kycport.domain.session.SessionFixtures.KEPT_A_MINUTE;
import static dev.kycport.domain.session.SessionFixtures.REQUESTED;
import static dev.kycport.domain.session.SessionFixtures.sessionAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.TestValues;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.captcha.CaptchaPolicy;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.OtpRejection;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.otp.NotSentReason;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession.AwaitingCaptcha;
import dev.kycport.domain.session.KycSession.AwaitingOtp;
import dev.kycport.domain.session.KycSession.Consented;
import dev.kycport.domain.session.KycSession.Ended;
import dev.kycport.domain.session.KycSession.Verified;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AwaitingOtpTest {

    private static final SessionHeader NEXT =
            TestValues.anyHeader(Flow.DIRECT_OTP).next();
    private static final OtpChallenge.Verifying JUDGING = new OtpChallenge.Verifying(CODE, TestValues.NOW);
    private static final OtpChallenge.Pending PENDING = new OtpChallenge.Pending(3, TestValues.later(45));
    private static final OtpChallenge.InDoubt IN_DOUBT = new OtpChallenge.InDoubt(3, TestValues.later(45));
    private static final OtpChallenge.Expired EXPIRED = new OtpChallenge.Expired(3, TestValues.later(45));
    private static final SessionRejection BUSY = new SessionRejection.Busy();

    @Test
    void a_code_can_be_submitted() {
        assertThat(sessionAt(CODE).submit(TestValues.later(9)).get())
                .isEqualTo(new AwaitingOtp<>(NEXT, new OtpChallenge.Verifying(CODE, TestValues.later(9))));
    }

    @Test
    void nothing_is_submitted_while_a_call_is_under_way() {
        assertThat(submitted(REQUESTED)).isEqualTo(BUSY);
        assertThat(submitted(JUDGING)).isEqualTo(BUSY);
    }

    @Test
    void nothing_is_submitted_where_no_code_is_known() {
        assertThat(submitted(PENDING)).isEqualTo(sessionAt(PENDING).rejection());
        assertThat(submitted(IN_DOUBT))
                .isEqualTo(new OtpRejection.InDoubt(TestValues.later(45), Duration.ofSeconds(36)));
        assertThat(submitted(EXPIRED))
                .isEqualTo(new OtpRejection.Expired(TestValues.later(45), Duration.ofSeconds(36)));
    }

    @Test
    void a_late_code_is_not_submitted() {
        assertThat(sessionAt(CODE).submit(TestValues.later(600)).getLeft().code())
                .isEqualTo("otp.expired");
    }

    @Test
    void another_code_can_be_asked_for() {
        assertThat(resent(CODE)).isEqualTo(asked(CODE));
        assertThat(resent(PENDING)).isEqualTo(asked(PENDING));
        assertThat(resent(IN_DOUBT)).isEqualTo(asked(IN_DOUBT));
        assertThat(resent(EXPIRED)).isEqualTo(asked(EXPIRED));
    }

    @Test
    void no_other_code_is_asked_for_while_a_call_is_under_way() {
        assertThat(sessionAt(REQUESTED).resend(TestValues.later(60)).getLeft()).isEqualTo(BUSY);
        assertThat(sessionAt(JUDGING).resend(TestValues.later(60)).getLeft()).isEqualTo(BUSY);
    }

    @Test
    void no_other_code_is_asked_for_too_soon() {
        assertThat(sessionAt(CODE).resend(TestValues.later(44)).getLeft().code())
                .isEqualTo("otp.resend-too-soon");
        assertThat(sessionAt(IN_DOUBT).resend(TestValues.later(44)).getLeft().code())
                .isEqualTo("otp.in-doubt");
    }

    @Test
    void another_code_may_need_a_fresh_captcha() {
        AwaitingCaptcha<CaptchaChallenge.Requested> session = sessionAt(CODE)
                .resend(CaptchaPolicy.DEFAULT, TestValues.later(60))
                .get();

        assertThat(session.header()).isEqualTo(NEXT);
        assertThat(session.captcha()).isEqualTo(CaptchaChallenge.request(CaptchaPolicy.DEFAULT, TestValues.later(60)));
        assertThat(session.otp()).isEqualTo(asked(CODE));
        assertThat(sessionAt(CODE)
                        .resend(CaptchaPolicy.DEFAULT, TestValues.later(44))
                        .isLeft())
                .isTrue();
    }

    @Test
    void what_was_not_sent_leads_back() {
        assertThat(sessionAt(REQUESTED).revert(Optional.empty())).isEqualTo(new Consented(NEXT));
        assertThat(sessionAt(asked(CODE)).revert(Optional.of(CODE))).isEqualTo(new AwaitingOtp<>(NEXT, CODE));
    }

    @Test
    void a_wrong_code_leaves_the_session_waiting_or_locks_it() {
        assertThat(sessionAt(JUDGING).recordFailedAttempt(SessionFixtures.code(2, TestValues.later(600))))
                .isEqualTo(new AwaitingOtp<>(NEXT, SessionFixtures.code(2, TestValues.later(600))));
        assertThat(sessionAt(JUDGING).recordFailedAttempt(new OtpChallenge.Locked()))
                .isEqualTo(new Ended(NEXT, EndReason.LOCKED));
    }

    @Test
    void a_code_too_old_leaves_the_session_waiting_or_was_the_last() {
        assertThat(sessionAt(CODE).expireCode(EXPIRED)).isEqualTo(new AwaitingOtp<>(NEXT, EXPIRED));
        assertThat(sessionAt(CODE).expireCode(new OtpChallenge.Expired(0, TestValues.NOW)))
                .isEqualTo(new Ended(NEXT, EndReason.EXPIRED));
    }

    @Test
    void a_number_without_a_mobile_is_ineligible() {
        assertThat(sessionAt(REQUESTED).endIneligible(new OtpChallenge.NotSent(NotSentReason.MOBILE_NOT_LINKED)))
                .isEqualTo(new Ended(NEXT, EndReason.INELIGIBLE));
    }

    @Test
    void a_right_code_verifies_the_person() {
        assertThat(sessionAt(JUDGING).verify(JUDGING.right(), TestValues.anyIdentity(), KEPT_A_MINUTE, TestValues.NOW))
                .isEqualTo(new Verified(NEXT, TestValues.anyIdentity(), TestValues.later(60)));
    }

    private static KycFailure submitted(OtpChallenge.Open challenge) {
        return sessionAt(challenge).submit(TestValues.later(9)).getLeft();
    }

    private static OtpChallenge.Requested resent(OtpChallenge.Resendable from) {
        return sessionAt(from).resend(TestValues.later(60)).get().otp();
    }

    private static OtpChallenge.Requested asked(OtpChallenge.Resendable from) {
        return new OtpChallenge.Requested(TestValues.later(60), 2, Optional.of(from));
    }
}

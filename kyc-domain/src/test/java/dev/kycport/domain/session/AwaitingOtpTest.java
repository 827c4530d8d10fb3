package dev.kycport.domain.session;

import static dev.kycport.domain.session.Sessions.CODE;
import static dev.kycport.domain.session.Sessions.KEPT_A_MINUTE;
import static dev.kycport.domain.session.Sessions.SENDING;
import static dev.kycport.domain.session.Sessions.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.Flow;
import dev.kycport.domain.Sample;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.captcha.CaptchaPolicy;
import dev.kycport.domain.failure.OtpRejection;
import dev.kycport.domain.failure.Rejection;
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

    private static final Dossier NEXT = Sample.anyDossier(Flow.DIRECT_OTP).next();
    private static final OtpChallenge.Judging JUDGING = new OtpChallenge.Judging(CODE, Sample.NOW);
    private static final OtpChallenge.Pending PENDING = new OtpChallenge.Pending(3, Sample.later(45));
    private static final OtpChallenge.InDoubt IN_DOUBT = new OtpChallenge.InDoubt(3, Sample.later(45));
    private static final OtpChallenge.Expired EXPIRED = new OtpChallenge.Expired(3, Sample.later(45));
    private static final SessionRejection BUSY = new SessionRejection.Busy();

    @Test
    void a_code_can_be_submitted() {
        assertThat(at(CODE).submit(Sample.later(9)).get())
                .isEqualTo(new AwaitingOtp<>(NEXT, new OtpChallenge.Judging(CODE, Sample.later(9))));
    }

    @Test
    void nothing_is_submitted_while_a_call_is_under_way() {
        assertThat(submitted(SENDING)).isEqualTo(BUSY);
        assertThat(submitted(JUDGING)).isEqualTo(BUSY);
    }

    @Test
    void nothing_is_submitted_where_no_code_is_known() {
        assertThat(submitted(PENDING)).isEqualTo(at(PENDING).refusal());
        assertThat(submitted(IN_DOUBT)).isEqualTo(new OtpRejection.InDoubt(Sample.later(45), Duration.ofSeconds(36)));
        assertThat(submitted(EXPIRED)).isEqualTo(new OtpRejection.Expired(Sample.later(45), Duration.ofSeconds(36)));
    }

    @Test
    void a_late_code_is_not_submitted() {
        assertThat(at(CODE).submit(Sample.later(600)).getLeft().code()).isEqualTo("otp.expired");
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
        assertThat(at(SENDING).resend(Sample.later(60)).getLeft()).isEqualTo(BUSY);
        assertThat(at(JUDGING).resend(Sample.later(60)).getLeft()).isEqualTo(BUSY);
    }

    @Test
    void no_other_code_is_asked_for_too_soon() {
        assertThat(at(CODE).resend(Sample.later(44)).getLeft().code()).isEqualTo("otp.resend-too-soon");
        assertThat(at(IN_DOUBT).resend(Sample.later(44)).getLeft().code()).isEqualTo("otp.in-doubt");
    }

    @Test
    void another_code_may_need_a_fresh_captcha() {
        AwaitingCaptcha<CaptchaChallenge.Requested> session =
                at(CODE).resend(CaptchaPolicy.USUAL, Sample.later(60)).get();

        assertThat(session.dossier()).isEqualTo(NEXT);
        assertThat(session.captcha()).isEqualTo(CaptchaChallenge.request(CaptchaPolicy.USUAL, Sample.later(60)));
        assertThat(session.otp()).isEqualTo(asked(CODE));
        assertThat(at(CODE).resend(CaptchaPolicy.USUAL, Sample.later(44)).isLeft())
                .isTrue();
    }

    @Test
    void what_was_not_sent_leads_back() {
        assertThat(at(SENDING).revert(Optional.empty())).isEqualTo(new Consented(NEXT));
        assertThat(at(asked(CODE)).revert(Optional.of(CODE))).isEqualTo(new AwaitingOtp<>(NEXT, CODE));
    }

    @Test
    void a_wrong_code_leaves_the_session_waiting_or_locks_it() {
        assertThat(at(JUDGING).tried(Sessions.code(2, Sample.later(600))))
                .isEqualTo(new AwaitingOtp<>(NEXT, Sessions.code(2, Sample.later(600))));
        assertThat(at(JUDGING).tried(new OtpChallenge.Locked())).isEqualTo(new Ended(NEXT, EndReason.LOCKED));
    }

    @Test
    void a_code_too_old_leaves_the_session_waiting_or_was_the_last() {
        assertThat(at(CODE).expired(EXPIRED)).isEqualTo(new AwaitingOtp<>(NEXT, EXPIRED));
        assertThat(at(CODE).expired(new OtpChallenge.Expired(0, Sample.NOW)))
                .isEqualTo(new Ended(NEXT, EndReason.EXPIRED));
    }

    @Test
    void a_number_without_a_mobile_is_ineligible() {
        assertThat(at(SENDING).ineligible(new OtpChallenge.NotSent(NotSentReason.MOBILE_NOT_LINKED)))
                .isEqualTo(new Ended(NEXT, EndReason.INELIGIBLE));
    }

    @Test
    void a_right_code_verifies_the_person() {
        assertThat(at(JUDGING).verify(JUDGING.right(), Sample.anyIdentity(), KEPT_A_MINUTE, Sample.NOW))
                .isEqualTo(new Verified(NEXT, Sample.anyIdentity(), Sample.later(60)));
    }

    private static Rejection submitted(OtpChallenge.Open challenge) {
        return at(challenge).submit(Sample.later(9)).getLeft();
    }

    private static OtpChallenge.Requested resent(OtpChallenge.Resendable from) {
        return at(from).resend(Sample.later(60)).get().otp();
    }

    private static OtpChallenge.Requested asked(OtpChallenge.Resendable from) {
        return new OtpChallenge.Requested(Sample.later(60), 2, Optional.of(from));
    }
}

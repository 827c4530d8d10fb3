package dev.kycport.domain.session;

import dev.kycport.domain.Flow;
import dev.kycport.domain.Sample;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession.AwaitingAuthorization;
import dev.kycport.domain.session.KycSession.AwaitingCaptcha;
import dev.kycport.domain.session.KycSession.AwaitingOtp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sessions in the states that tests begin with. */
final class Sessions {

    static final OtpChallenge.Requested SENDING = new OtpChallenge.Requested(Sample.NOW, 3, Optional.empty());
    static final OtpChallenge.AwaitingCode CODE = code(3, Sample.later(600));
    /** The same code after the captcha before another one came to nothing. */
    static final OtpChallenge.AwaitingCode FORGONE = new OtpChallenge.AwaitingCode(
            CODE.reference(), CODE.expiresAt(), CODE.attemptsLeft(), 2, CODE.resendNotBefore());

    static final CaptchaChallenge.Requested FETCHING =
            new CaptchaChallenge.Requested(Sample.NOW, 5, 3, Optional.empty());
    static final CaptchaChallenge.Shown IMAGE = image(5, 3);
    static final AuthorizationChallenge.Offered OFFER =
            new AuthorizationChallenge.Offered(Sample.anyOffer(), Sample.later(600));
    static final AuthorizationChallenge.Connected ACCESS = new AuthorizationChallenge.Connected(Sample.anyOffer());

    static final SessionPolicy KEPT_A_MINUTE = new SessionPolicy(Duration.ofMinutes(30), Duration.ofMinutes(1));

    private Sessions() {}

    static KycSession.Opened opened(Flow flow) {
        return KycSession.open(Sample.anyDossier(flow));
    }

    static KycSession.Consented consented(Flow flow) {
        return opened(flow).consent(Sample.anyConsent());
    }

    static <C extends OtpChallenge.Open> AwaitingOtp<C> at(C otp) {
        return new AwaitingOtp<>(Sample.anyDossier(Flow.DIRECT_OTP), otp);
    }

    static <C extends CaptchaChallenge.Open> AwaitingCaptcha<C> at(C captcha) {
        return at(captcha, SENDING);
    }

    /** A session at a captcha on the way to a second code. */
    static <C extends CaptchaChallenge.Open> AwaitingCaptcha<C> again(C captcha) {
        return at(captcha, CODE.resend(Sample.later(60)).get());
    }

    static <C extends CaptchaChallenge.Open> AwaitingCaptcha<C> at(C captcha, OtpChallenge.Requested otp) {
        return new AwaitingCaptcha<>(Sample.anyDossier(Flow.CAPTCHA_OTP), captcha, otp);
    }

    static <C extends AuthorizationChallenge.Open> AwaitingAuthorization<C> at(C authorization) {
        return new AwaitingAuthorization<>(Sample.anyDossier(Flow.DIGILOCKER), authorization);
    }

    static OtpChallenge.AwaitingCode code(int attemptsLeft, Instant expiresAt) {
        return new OtpChallenge.AwaitingCode(Sample.anyReference(), expiresAt, attemptsLeft, 3, Sample.later(45));
    }

    static CaptchaChallenge.Shown image(int refreshesLeft, int attemptsLeft) {
        return new CaptchaChallenge.Shown(Sample.anyImage(), Sample.later(300), refreshesLeft, attemptsLeft);
    }
}

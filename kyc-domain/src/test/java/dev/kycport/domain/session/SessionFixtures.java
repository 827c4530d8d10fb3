package dev.kycport.domain.session;

import dev.kycport.domain.Flow;
import dev.kycport.domain.TestValues;
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
final class SessionFixtures {

    static final OtpChallenge.Requested REQUESTED = new OtpChallenge.Requested(TestValues.NOW, 3, Optional.empty());
    static final OtpChallenge.AwaitingCode CODE = code(3, TestValues.later(600));
    /** The same code after the captcha before another one came to nothing. */
    static final OtpChallenge.AwaitingCode CODE_WITHOUT_RESEND = new OtpChallenge.AwaitingCode(
            CODE.reference(), CODE.expiresAt(), CODE.attemptsLeft(), 2, CODE.resendNotBefore());

    static final CaptchaChallenge.Requested REQUESTED_IMAGE =
            new CaptchaChallenge.Requested(TestValues.NOW, 5, 3, Optional.empty());
    static final CaptchaChallenge.Shown IMAGE = image(5, 3);
    static final AuthorizationChallenge.Offered OFFER =
            new AuthorizationChallenge.Offered(TestValues.anyRequest(), TestValues.later(600));
    static final AuthorizationChallenge.Connected CONNECTED =
            new AuthorizationChallenge.Connected(TestValues.anyRequest());

    static final SessionPolicy KEPT_A_MINUTE = new SessionPolicy(Duration.ofMinutes(30), Duration.ofMinutes(1));

    private SessionFixtures() {}

    static KycSession.Opened opened(Flow flow) {
        return KycSession.open(TestValues.anyHeader(flow));
    }

    static KycSession.Consented consented(Flow flow) {
        return opened(flow).giveConsent(TestValues.anyConsent());
    }

    static <C extends OtpChallenge.Open> AwaitingOtp<C> sessionAt(C otp) {
        return new AwaitingOtp<>(TestValues.anyHeader(Flow.DIRECT_OTP), otp);
    }

    static <C extends CaptchaChallenge.Open> AwaitingCaptcha<C> sessionAt(C captcha) {
        return sessionAt(captcha, REQUESTED);
    }

    /** A session at a captcha on the way to a second code. */
    static <C extends CaptchaChallenge.Open> AwaitingCaptcha<C> atCaptchaBeforeResend(C captcha) {
        return sessionAt(captcha, CODE.resend(TestValues.later(60)).get());
    }

    static <C extends CaptchaChallenge.Open> AwaitingCaptcha<C> sessionAt(C captcha, OtpChallenge.Requested otp) {
        return new AwaitingCaptcha<>(TestValues.anyHeader(Flow.CAPTCHA_OTP), captcha, otp);
    }

    static <C extends AuthorizationChallenge.Open> AwaitingAuthorization<C> sessionAt(C authorization) {
        return new AwaitingAuthorization<>(TestValues.anyHeader(Flow.DIGILOCKER), authorization);
    }

    static OtpChallenge.AwaitingCode code(int attemptsLeft, Instant expiresAt) {
        return new OtpChallenge.AwaitingCode(
                TestValues.anyReference(), expiresAt, attemptsLeft, 3, TestValues.later(45));
    }

    static CaptchaChallenge.Shown image(int refreshesLeft, int attemptsLeft) {
        return new CaptchaChallenge.Shown(TestValues.anyImage(), TestValues.later(300), refreshesLeft, attemptsLeft);
    }
}

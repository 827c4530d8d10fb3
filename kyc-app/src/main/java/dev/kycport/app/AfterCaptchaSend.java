package dev.kycport.app;

import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.failure.CaptchaRejection;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.otp.OtpPolicy;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.CaptchaSendVerdict;
import java.time.Instant;

/** What a verdict on number and captcha makes of a session. */
final class AfterCaptchaSend extends AfterSend implements CaptchaSendVerdict.Cases<Outcome> {

    private final KycSession.AwaitingCaptcha<CaptchaChallenge.Answered> intent;

    AfterCaptchaSend(KycSession.AwaitingCaptcha<CaptchaChallenge.Answered> intent, OtpPolicy policy, Instant now) {
        super(intent.otp(), policy, now, intent::coded, intent::ineligible);
        this.intent = intent;
    }

    @Override
    public Outcome wrongCaptcha() {
        KycSession next = intent.tried(intent.captcha().wrong());
        return next instanceof KycSession.AwaitingCaptcha<?>
                ? Outcome.of(next, VerdictCode.WRONG_CAPTCHA.report())
                : Outcome.of(next, new CaptchaRejection.Spent());
    }

    @Override
    public Outcome sessionLost() {
        return Outcome.sessionLost(intent);
    }
}

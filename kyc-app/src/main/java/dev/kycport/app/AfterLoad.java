package dev.kycport.app;

import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.captcha.CaptchaPolicy;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.CaptchaVerdict;
import java.time.Instant;

/** What another captcha image, or the first, makes of a session. */
record AfterLoad(KycSession.AwaitingCaptcha<CaptchaChallenge.Requested> intent, CaptchaPolicy policy, Instant now)
        implements CaptchaVerdict.Cases<Outcome> {

    @Override
    public Outcome image(CaptchaVerdict.NewImage verdict) {
        return shown(verdict.image());
    }

    @Override
    public Outcome sessionLost() {
        return Outcome.sessionLost(intent);
    }

    Outcome shown(CaptchaImage image) {
        return Outcome.of(intent.with(intent.captcha().show(image, policy, now)));
    }
}

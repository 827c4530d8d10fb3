package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.captcha.CaptchaImage;
import dev.kycport.domain.captcha.CaptchaPolicy;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.gateway.CaptchaVerdict;
import java.time.Instant;

/** What another captcha image, or the first, makes of a session. */
record CaptchaImageOutcome(
        KycSession.AwaitingCaptcha<CaptchaChallenge.Requested> intent, CaptchaPolicy policy, Instant now)
        implements CaptchaVerdict.Cases<CallOutcome> {

    @Override
    public CallOutcome newImage(CaptchaVerdict.NewImage verdict) {
        return shown(verdict.image());
    }

    @Override
    public CallOutcome sessionLost() {
        return CallOutcome.sessionLost(intent);
    }

    CallOutcome shown(CaptchaImage image) {
        return CallOutcome.of(intent.with(intent.captcha().show(image, policy, now)));
    }
}

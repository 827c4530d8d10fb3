package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.failure.CaptchaRejection;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.otp.OtpPolicy;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.gateway.CaptchaSendVerdict;
import java.time.Instant;

/** What a verdict on number and captcha makes of a session. */
final class CaptchaSendOutcome extends SendOutcome implements CaptchaSendVerdict.Cases<CallOutcome> {

    private final KycSession.AwaitingCaptcha<CaptchaChallenge.Answered> intent;

    CaptchaSendOutcome(KycSession.AwaitingCaptcha<CaptchaChallenge.Answered> intent, OtpPolicy policy, Instant now) {
        super(intent.otp(), policy, now, intent::continueWithCode, intent::endIneligible);
        this.intent = intent;
    }

    @Override
    public CallOutcome wrongCaptcha() {
        KycSession next = intent.recordWrongAnswer(intent.captcha().wrong());
        return next instanceof KycSession.AwaitingCaptcha<?>
                ? CallOutcome.of(next, VerdictCode.WRONG_CAPTCHA.report())
                : CallOutcome.of(next, new CaptchaRejection.Spent());
    }

    @Override
    public CallOutcome sessionLost() {
        return CallOutcome.sessionLost(intent);
    }
}

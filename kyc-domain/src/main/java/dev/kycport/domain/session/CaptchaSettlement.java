package dev.kycport.domain.session;

import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.otp.OtpChallenge;

/** What has become of a session that waits at a captcha. */
record CaptchaSettlement(KycSession.AwaitingCaptcha<?> session, SessionReconciliation settle)
        implements CaptchaChallenge.OpenCases<KycSession> {

    @Override
    public KycSession requested(CaptchaChallenge.Requested challenge) {
        return settle.isLost(challenge.since()) ? settle.reconcileAgain(session.revert(challenge.revert())) : session;
    }

    @Override
    public KycSession shown(CaptchaChallenge.Shown challenge) {
        if (settle.expireIfOverdue(session) != session) {
            return settle.expireIfOverdue(session);
        }
        return settle.isPast(challenge.expiresAt())
                ? settle.reconcileAgain(session.expireImage(challenge.expire()))
                : session;
    }

    @Override
    public KycSession answered(CaptchaChallenge.Answered challenge) {
        return settle.isLost(challenge.since())
                ? settle.reconcileAgain(session.continueWithCode(inDoubt(challenge)))
                : session;
    }

    @Override
    public KycSession expired(CaptchaChallenge.Expired challenge) {
        return settle.expireIfOverdue(session);
    }

    // Whether the answer was right is not known, so neither is whether the code went out.
    private OtpChallenge.InDoubt inDoubt(CaptchaChallenge.Answered challenge) {
        return session.otp().outcomeUnknown(settle.policies().otp(), settle.lostAt(challenge.since()));
    }
}

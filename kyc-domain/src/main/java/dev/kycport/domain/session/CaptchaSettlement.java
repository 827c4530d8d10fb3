package dev.kycport.domain.session;

import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.otp.OtpChallenge;

/** What has become of a session that waits at a captcha. */
record CaptchaSettlement(KycSession.AwaitingCaptcha<?> session, Settlement settle)
        implements CaptchaChallenge.OpenCases<KycSession> {

    @Override
    public KycSession requested(CaptchaChallenge.Requested challenge) {
        return settle.isLost(challenge.since()) ? settle.again(session.revert(challenge.revert())) : session;
    }

    @Override
    public KycSession shown(CaptchaChallenge.Shown challenge) {
        if (settle.inTime(session) != session) {
            return settle.inTime(session);
        }
        return settle.isPast(challenge.expiresAt()) ? settle.again(session.expired(challenge.expire())) : session;
    }

    @Override
    public KycSession answered(CaptchaChallenge.Answered challenge) {
        return settle.isLost(challenge.since()) ? settle.again(session.coded(inDoubt(challenge))) : session;
    }

    @Override
    public KycSession expired(CaptchaChallenge.Expired challenge) {
        return settle.inTime(session);
    }

    // Whether the answer was right is not known, so neither is whether the code went out.
    private OtpChallenge.InDoubt inDoubt(CaptchaChallenge.Answered challenge) {
        return session.otp().lost(settle.policies().otp(), settle.lostAt(challenge.since()));
    }
}

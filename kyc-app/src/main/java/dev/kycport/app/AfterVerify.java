package dev.kycport.app;

import dev.kycport.domain.failure.OtpRejection;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionPolicy;
import dev.kycport.ports.CodeVerdict;
import java.time.Instant;

/** What a verdict on a code makes of a session. */
record AfterVerify(KycSession.AwaitingOtp<OtpChallenge.Judging> intent, SessionPolicy policy, Instant now)
        implements CodeVerdict.Cases<Outcome> {

    @Override
    public Outcome right(CodeVerdict.RightCode verdict) {
        return Outcome.of(intent.verify(intent.otp().right(), verdict.identity(), policy, now));
    }

    @Override
    public Outcome wrong() {
        KycSession next = intent.tried(intent.otp().wrong());
        return Outcome.of(
                next, next instanceof KycSession.Ended ? new OtpRejection.Locked() : VerdictCode.WRONG_CODE.report());
    }

    @Override
    public Outcome expired() {
        OtpChallenge.Expired expired = intent.otp().expired();
        return Outcome.of(intent.expired(expired), VerdictCode.CODE_EXPIRED.report(expired.advice(now)));
    }

    @Override
    public Outcome sessionLost() {
        return Outcome.sessionLost(intent);
    }
}

package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.domain.failure.OtpRejection;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionPolicy;
import dev.kycport.ports.gateway.CodeVerdict;
import java.time.Instant;

/** What a verdict on a code makes of a session. */
record VerifyOutcome(KycSession.AwaitingOtp<OtpChallenge.Verifying> intent, SessionPolicy policy, Instant now)
        implements CodeVerdict.Cases<CallOutcome> {

    @Override
    public CallOutcome right(CodeVerdict.RightCode verdict) {
        return CallOutcome.of(intent.verify(intent.otp().right(), verdict.identity(), policy, now));
    }

    @Override
    public CallOutcome wrong() {
        KycSession next = intent.recordFailedAttempt(intent.otp().wrong());
        return CallOutcome.of(
                next, next instanceof KycSession.Ended ? new OtpRejection.Locked() : VerdictCode.WRONG_CODE.report());
    }

    @Override
    public CallOutcome expired() {
        OtpChallenge.Expired expired = intent.otp().expired();
        return CallOutcome.of(intent.expireCode(expired), VerdictCode.CODE_EXPIRED.report(expired.retryAdvice(now)));
    }

    @Override
    public CallOutcome sessionLost() {
        return CallOutcome.sessionLost(intent);
    }
}

package dev.kycport.domain.session;

import dev.kycport.domain.otp.OtpChallenge;

/** What has become of a session that waits at a code. */
record OtpSettlement(KycSession.AwaitingOtp<?> session, SessionReconciliation settle)
        implements OtpChallenge.OpenCases<KycSession> {

    @Override
    public KycSession requested(OtpChallenge.Requested challenge) {
        return settle.isLost(challenge.since()) ? settle.reconcileAgain(session.with(inDoubt(challenge))) : session;
    }

    @Override
    public KycSession awaitingCode(OtpChallenge.AwaitingCode challenge) {
        if (settle.expireIfOverdue(session) != session) {
            return settle.expireIfOverdue(session);
        }
        return settle.isPast(challenge.expiresAt()) ? session.expireCode(challenge.expire()) : session;
    }

    @Override
    public KycSession verifying(OtpChallenge.Verifying challenge) {
        return settle.isLost(challenge.since())
                ? settle.reconcileAgain(session.recordFailedAttempt(challenge.outcomeUnknown()))
                : session;
    }

    @Override
    public KycSession pending(OtpChallenge.Pending challenge) {
        return settle.expireIfOverdue(session);
    }

    @Override
    public KycSession inDoubt(OtpChallenge.InDoubt challenge) {
        return settle.expireIfOverdue(session);
    }

    @Override
    public KycSession expired(OtpChallenge.Expired challenge) {
        return settle.expireIfOverdue(session);
    }

    private OtpChallenge.InDoubt inDoubt(OtpChallenge.Requested challenge) {
        return challenge.outcomeUnknown(settle.policies().otp(), settle.lostAt(challenge.since()));
    }
}

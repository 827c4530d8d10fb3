package dev.kycport.domain.session;

import dev.kycport.domain.otp.OtpChallenge;

/** What has become of a session that waits at a code. */
record OtpSettlement(KycSession.AwaitingOtp<?> session, Settlement settle)
        implements OtpChallenge.OpenCases<KycSession> {

    @Override
    public KycSession requested(OtpChallenge.Requested challenge) {
        return settle.isLost(challenge.since()) ? settle.again(session.with(inDoubt(challenge))) : session;
    }

    @Override
    public KycSession awaitingCode(OtpChallenge.AwaitingCode challenge) {
        if (settle.inTime(session) != session) {
            return settle.inTime(session);
        }
        return settle.isPast(challenge.expiresAt()) ? session.expired(challenge.expire()) : session;
    }

    @Override
    public KycSession judging(OtpChallenge.Judging challenge) {
        return settle.isLost(challenge.since()) ? settle.again(session.tried(challenge.lost())) : session;
    }

    @Override
    public KycSession pending(OtpChallenge.Pending challenge) {
        return settle.inTime(session);
    }

    @Override
    public KycSession inDoubt(OtpChallenge.InDoubt challenge) {
        return settle.inTime(session);
    }

    @Override
    public KycSession expired(OtpChallenge.Expired challenge) {
        return settle.inTime(session);
    }

    private OtpChallenge.InDoubt inDoubt(OtpChallenge.Requested challenge) {
        return challenge.lost(settle.policies().otp(), settle.lostAt(challenge.since()));
    }
}

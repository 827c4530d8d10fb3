package dev.kycport.domain.session;

import dev.kycport.domain.digilocker.AuthorizationChallenge;

/** What has become of a session that waits for a return from DigiLocker. */
record AuthorizationSettlement(KycSession.AwaitingAuthorization<?> session, Settlement settle)
        implements AuthorizationChallenge.OpenCases<KycSession> {

    @Override
    public KycSession requested(AuthorizationChallenge.Requested challenge) {
        return settle.isLost(challenge.since()) ? settle.again(session.revert(challenge)) : session;
    }

    @Override
    public KycSession offered(AuthorizationChallenge.Offered challenge) {
        if (settle.inTime(session) != session) {
            return settle.inTime(session);
        }
        return settle.isPast(challenge.expiresAt()) ? session.expired(challenge.expire()) : session;
    }

    @Override
    public KycSession returned(AuthorizationChallenge.Returned challenge) {
        return settle.isLost(challenge.since()) ? settle.again(session.with(challenge.revert())) : session;
    }

    @Override
    public KycSession connected(AuthorizationChallenge.Connected challenge) {
        return settle.inTime(session);
    }

    @Override
    public KycSession collecting(AuthorizationChallenge.Collecting challenge) {
        return settle.isLost(challenge.since()) ? settle.again(session.with(challenge.revert())) : session;
    }
}

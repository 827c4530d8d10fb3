package dev.kycport.domain.session;

import dev.kycport.domain.digilocker.AuthorizationChallenge;

/** What has become of a session that waits for a return from DigiLocker. */
record AuthorizationSettlement(KycSession.AwaitingAuthorization<?> session, SessionReconciliation settle)
        implements AuthorizationChallenge.OpenCases<KycSession> {

    @Override
    public KycSession requested(AuthorizationChallenge.Requested challenge) {
        return settle.isLost(challenge.since()) ? settle.reconcileAgain(session.revert(challenge)) : session;
    }

    @Override
    public KycSession offered(AuthorizationChallenge.Offered challenge) {
        if (settle.expireIfOverdue(session) != session) {
            return settle.expireIfOverdue(session);
        }
        return settle.isPast(challenge.expiresAt()) ? session.expireRequest(challenge.expire()) : session;
    }

    @Override
    public KycSession returned(AuthorizationChallenge.Returned challenge) {
        return settle.isLost(challenge.since()) ? settle.reconcileAgain(session.with(challenge.revert())) : session;
    }

    @Override
    public KycSession connected(AuthorizationChallenge.Connected challenge) {
        return settle.expireIfOverdue(session);
    }

    @Override
    public KycSession fetchingDocuments(AuthorizationChallenge.FetchingDocuments challenge) {
        return settle.isLost(challenge.since()) ? settle.reconcileAgain(session.with(challenge.revert())) : session;
    }
}

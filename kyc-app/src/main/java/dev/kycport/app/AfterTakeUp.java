package dev.kycport.app;

import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.ConnectionVerdict;

/** What a verdict on a DigiLocker grant makes of a session. */
record AfterTakeUp(KycSession.AwaitingAuthorization<AuthorizationChallenge.Returned> intent)
        implements ConnectionVerdict.Cases<Outcome> {

    @Override
    public Outcome connected(ConnectionVerdict.Connected verdict) {
        return Outcome.of(intent.with(intent.authorization().connect()));
    }

    @Override
    public Outcome grantRefused() {
        return Outcome.of(intent.denied(intent.authorization().deny()), VerdictCode.AUTHORIZATION_DENIED.report());
    }

    @Override
    public Outcome sessionLost() {
        return Outcome.sessionLost(intent);
    }
}

package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.session.KycSession;
import dev.kycport.ports.gateway.GrantVerdict;

/** What a verdict on a DigiLocker grant makes of a session. */
record GrantOutcome(KycSession.AwaitingAuthorization<AuthorizationChallenge.Returned> intent)
        implements GrantVerdict.Cases<CallOutcome> {

    @Override
    public CallOutcome connected(GrantVerdict.Connected verdict) {
        return CallOutcome.of(intent.with(intent.authorization().connect()));
    }

    @Override
    public CallOutcome grantRefused() {
        return CallOutcome.of(
                intent.endDenied(intent.authorization().deny()), VerdictCode.AUTHORIZATION_DENIED.report());
    }

    @Override
    public CallOutcome sessionLost() {
        return CallOutcome.sessionLost(intent);
    }
}

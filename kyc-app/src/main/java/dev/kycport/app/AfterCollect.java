package dev.kycport.app;

import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionPolicy;
import dev.kycport.ports.CollectionVerdict;
import java.time.Instant;

/** What a verdict on the shared documents makes of a session. */
record AfterCollect(
        KycSession.AwaitingAuthorization<AuthorizationChallenge.Collecting> intent, SessionPolicy policy, Instant now)
        implements CollectionVerdict.Cases<Outcome> {

    @Override
    public Outcome collected(CollectionVerdict.Collected verdict) {
        return Outcome.of(intent.verify(intent.authorization(), verdict.identity(), policy, now));
    }

    @Override
    public Outcome nothingShared() {
        return Outcome.of(intent.denied(intent.authorization().deny()), VerdictCode.AUTHORIZATION_EMPTY.report());
    }

    @Override
    public Outcome sessionLost() {
        return Outcome.sessionLost(intent);
    }
}

package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.session.CallOutcome;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.failure.VerdictCode;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionPolicy;
import dev.kycport.ports.gateway.DocumentsVerdict;
import java.time.Instant;

/** What a verdict on the shared documents makes of a session. */
record DocumentsOutcome(
        KycSession.AwaitingAuthorization<AuthorizationChallenge.FetchingDocuments> intent,
        SessionPolicy policy,
        Instant now)
        implements DocumentsVerdict.Cases<CallOutcome> {

    @Override
    public CallOutcome documentsFetched(DocumentsVerdict.DocumentsFetched verdict) {
        return CallOutcome.of(intent.verify(intent.authorization(), verdict.identity(), policy, now));
    }

    @Override
    public CallOutcome nothingShared() {
        return CallOutcome.of(
                intent.endDenied(intent.authorization().deny()), VerdictCode.AUTHORIZATION_EMPTY.report());
    }

    @Override
    public CallOutcome sessionLost() {
        return CallOutcome.sessionLost(intent);
    }
}

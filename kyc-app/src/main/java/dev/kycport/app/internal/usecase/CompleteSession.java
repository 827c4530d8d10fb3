package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.session.RetryOnConflict;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;

/** Erases the identity once the host has stored it; repeating it on a completed session changes nothing. */
public final class CompleteSession {

    private final SessionRepository sessions;

    public CompleteSession(SessionRepository sessions) {
        this.sessions = sessions;
    }

    public Either<KycFailure, StepResult> complete(SessionId id) {
        return RetryOnConflict.retry(() -> sessions.find(id).flatMap(this::complete));
    }

    private Either<KycFailure, StepResult> complete(KycSession session) {
        if (session instanceof KycSession.Verified verified) {
            return sessions.saveStep(verified, verified.complete());
        }
        return session instanceof KycSession.Completed
                ? Either.right(StepResult.of(session))
                : Either.left(session.rejection());
    }
}

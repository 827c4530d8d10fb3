package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.session.AuditEntries;
import dev.kycport.app.internal.session.RetryOnConflict;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;
import java.util.Optional;

/** Erases the identity once the host has it. */
public final class CompleteSession {

    private final SessionRepository sessionRepository;

    public CompleteSession(SessionRepository sessionRepository) {
        this.sessionRepository = sessionRepository;
    }

    public Either<KycFailure, StepResult> complete(SessionId id) {
        return RetryOnConflict.retry(() -> sessionRepository.find(id).flatMap(this::complete));
    }

    private Either<KycFailure, StepResult> complete(KycSession session) {
        if (session instanceof KycSession.Verified verified) {
            KycSession.Completed completed = verified.complete();
            return sessionRepository
                    .save(verified, completed, AuditEntries.step(verified, completed, sessionRepository.now()))
                    .map(stored -> new StepResult(stored, Optional.empty()));
        }
        return session instanceof KycSession.Completed
                ? Either.right(new StepResult(session, Optional.empty()))
                : Either.left(session.rejection());
    }
}

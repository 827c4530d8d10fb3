package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.session.AuditEntries;
import dev.kycport.app.internal.session.RequireState;
import dev.kycport.app.internal.session.RetryOnConflict;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.store.UnreadableRecordException;
import io.vavr.control.Either;
import java.util.Optional;

/** Ends a session because the person, or the host for them, wants it to end: both ways are always open. */
public final class EndSession {

    private final SessionRepository sessionRepository;

    public EndSession(SessionRepository sessionRepository) {
        this.sessionRepository = sessionRepository;
    }

    public Either<KycFailure, StepResult> cancel(SessionId id) {
        return RetryOnConflict.retry(() -> sessionRepository
                .find(id)
                .flatMap(RequireState::live)
                .flatMap(live -> saveEnd(live, live.end(EndReason.CANCELLED))));
    }

    /** Ends what is under way and erases what is kept, because the consent was taken back. */
    Either<KycFailure, StepResult> endWithdrawn(SessionId id) {
        return RetryOnConflict.retry(() -> {
            try {
                return sessionRepository.find(id).flatMap(this::endWithdrawn);
            } catch (UnreadableRecordException sealed) {
                return endWithdrawn(sessionRepository.findUnreadable(id).orElseThrow(() -> sealed));
            }
        });
    }

    // That an identity cannot be opened, or was lost with its key, is no reason to keep it.
    private Either<KycFailure, StepResult> endWithdrawn(SessionSnapshot bereft) {
        return sessionRepository
                .saveErased(bereft, bereft.endUnreadable(EndReason.CONSENT_WITHDRAWN))
                .map(stored -> new StepResult(stored, Optional.empty()));
    }

    private Either<KycFailure, StepResult> endWithdrawn(KycSession session) {
        if (session instanceof KycSession.Live live) {
            return saveEnd(live, live.end(EndReason.CONSENT_WITHDRAWN));
        }
        return session instanceof KycSession.Verified verified
                ? saveEnd(verified, verified.withdraw())
                : Either.right(new StepResult(session, Optional.empty()));
    }

    private Either<KycFailure, StepResult> saveEnd(KycSession session, KycSession.Ended ended) {
        return sessionRepository
                .save(session, ended, AuditEntries.step(session, ended, sessionRepository.now()))
                .map(stored -> new StepResult(stored, Optional.empty()));
    }
}

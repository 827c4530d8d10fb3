package dev.kycport.app.internal.usecase;

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

/** Ends sessions, whatever the person or another step is doing meanwhile. */
public final class EndSession {

    private final SessionRepository sessions;

    public EndSession(SessionRepository sessions) {
        this.sessions = sessions;
    }

    public Either<KycFailure, StepResult> cancel(SessionId id) {
        return RetryOnConflict.retry(() -> sessions.find(id)
                .flatMap(RequireState::live)
                .flatMap(live -> sessions.saveStep(live, live.end(EndReason.CANCELLED))));
    }

    /** Ends a session whose consent is withdrawn, and erases its identity. */
    Either<KycFailure, StepResult> endWithdrawn(SessionId id) {
        return RetryOnConflict.retry(() -> {
            try {
                return sessions.find(id).flatMap(this::endWithdrawn);
            } catch (UnreadableRecordException unreadable) {
                return endWithdrawn(sessions.findUnreadable(id).orElseThrow(() -> unreadable));
            }
        });
    }

    // An identity that cannot be decrypted, or whose key is lost, is erased all the same.
    private Either<KycFailure, StepResult> endWithdrawn(SessionSnapshot unreadable) {
        return sessions.saveErased(unreadable, unreadable.endUnreadable(EndReason.CONSENT_WITHDRAWN));
    }

    private Either<KycFailure, StepResult> endWithdrawn(KycSession session) {
        if (session instanceof KycSession.Live live) {
            return sessions.saveStep(live, live.end(EndReason.CONSENT_WITHDRAWN));
        }
        return session instanceof KycSession.Verified verified
                ? sessions.saveStep(verified, verified.withdraw())
                : Either.right(StepResult.of(session));
    }
}

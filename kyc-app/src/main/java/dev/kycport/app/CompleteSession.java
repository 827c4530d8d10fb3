package dev.kycport.app;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;
import java.util.Optional;

/** Erases the identity once the host has it. */
final class CompleteSession {

    private final Desk desk;

    CompleteSession(Desk desk) {
        this.desk = desk;
    }

    Either<KycFailure, Progress> complete(SessionId id) {
        return Insistence.on(() -> desk.find(id).flatMap(this::complete));
    }

    private Either<KycFailure, Progress> complete(KycSession session) {
        if (session instanceof KycSession.Verified verified) {
            KycSession.Completed completed = verified.complete();
            return desk.save(verified, completed, Entries.step(verified, completed, desk.now()))
                    .map(stored -> new Progress(stored, Optional.empty()));
        }
        return session instanceof KycSession.Completed
                ? Either.right(new Progress(session, Optional.empty()))
                : Either.left(session.refusal());
    }
}

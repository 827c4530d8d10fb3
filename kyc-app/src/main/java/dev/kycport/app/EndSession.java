package dev.kycport.app;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.ports.UnreadableRecordException;
import io.vavr.control.Either;
import java.util.Optional;

/** Ends a session because the person, or the host for them, wants it to end: both ways are always open. */
final class EndSession {

    private final Desk desk;

    EndSession(Desk desk) {
        this.desk = desk;
    }

    Either<KycFailure, Progress> cancel(SessionId id) {
        return Insistence.on(() ->
                desk.find(id).flatMap(Expect::live).flatMap(live -> ended(live, live.end(EndReason.CANCELLED))));
    }

    /** Ends what is under way and erases what is kept, because the consent was taken back. */
    Either<KycFailure, Progress> forget(SessionId id) {
        return Insistence.on(() -> {
            try {
                return desk.find(id).flatMap(this::forget);
            } catch (UnreadableRecordException sealed) {
                return forget(desk.bereft(id).orElseThrow(() -> sealed));
            }
        });
    }

    // That an identity cannot be opened, or was lost with its key, is no reason to keep it.
    private Either<KycFailure, Progress> forget(SessionSnapshot bereft) {
        return desk.erase(bereft, bereft.erased(EndReason.CONSENT_WITHDRAWN))
                .map(stored -> new Progress(stored, Optional.empty()));
    }

    private Either<KycFailure, Progress> forget(KycSession session) {
        if (session instanceof KycSession.Live live) {
            return ended(live, live.end(EndReason.CONSENT_WITHDRAWN));
        }
        return session instanceof KycSession.Verified verified
                ? ended(verified, verified.withdraw())
                : Either.right(new Progress(session, Optional.empty()));
    }

    private Either<KycFailure, Progress> ended(KycSession session, KycSession.Ended ended) {
        return desk.save(session, ended, Entries.step(session, ended, desk.now()))
                .map(stored -> new Progress(stored, Optional.empty()));
    }
}

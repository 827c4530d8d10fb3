package dev.kycport.app;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.failure.ConsentRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Supplier;

/** Ends a session because the person, or the host for them, wants it to end: both ways are always open. */
final class EndSession {

    /** How often a step that comes at the same moment may be quicker before we say that the session is busy. */
    private static final int PATIENCE = 100;

    private final Desk desk;
    private final ConsentDesk consents;
    private final Onlookers onlookers;

    EndSession(Desk desk, ConsentDesk consents, Onlookers onlookers) {
        this.desk = desk;
        this.consents = consents;
        this.onlookers = onlookers;
    }

    Either<KycFailure, Progress> cancel(SessionId id) {
        return insist(() ->
                desk.find(id).flatMap(Expect::live).flatMap(live -> ended(live, live.end(EndReason.CANCELLED))));
    }

    /** Takes the consent back. The ledger comes first, so that no further call is made whatever becomes of the session. */
    Either<KycFailure, Progress> withdraw(SessionId id) {
        return insist(() ->
                desk.find(id).flatMap(session -> withdrawn(session).flatMap(consent -> insist(() -> forget(id)))));
    }

    private Either<KycFailure, Consent> withdrawn(KycSession session) {
        return consents.find(session.dossier().consent()).flatMap(consent -> {
            if (consent instanceof Consent.Withdrawn) {
                return Either.right(consent);
            }
            if (consent instanceof Consent.Given given) {
                return consents.append(new ConsentEvent.WasWithdrawn(given.id(), desk.now()))
                        .peek(event -> onlookers.tell(Events.withdrawn(session, event.at())))
                        .map(event -> given.withdraw(event.at()));
            }
            return Either.left(new ConsentRejection.Missing());
        });
    }

    private Either<KycFailure, Progress> forget(SessionId id) {
        return desk.find(id).flatMap(session -> {
            if (session instanceof KycSession.Live live) {
                return ended(live, live.end(EndReason.CONSENT_WITHDRAWN));
            }
            if (session instanceof KycSession.Verified verified) {
                return ended(verified, verified.withdraw());
            }
            return Either.right(new Progress(session, Optional.empty()));
        });
    }

    private Either<KycFailure, Progress> ended(KycSession session, KycSession.Ended ended) {
        return desk.save(session, ended, Entries.step(session, ended, desk.now()))
                .map(stored -> new Progress(stored, Optional.empty()));
    }

    private static <T> Either<KycFailure, T> insist(Supplier<Either<KycFailure, T>> step) {
        Either<KycFailure, T> result = step.get();
        for (int i = 1; i < PATIENCE && result.isLeft() && isBusy(result.getLeft()); i++) {
            result = step.get();
        }
        return result;
    }

    private static boolean isBusy(KycFailure failure) {
        return failure instanceof SessionRejection.Busy;
    }
}

package dev.kycport.app;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.failure.ConsentRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;
import java.util.Optional;

/** Ends a session because the person, or the host for them, wants it to end: both ways are always open. */
final class EndSession {

    private final Desk desk;
    private final ConsentDesk consents;
    private final Onlookers onlookers;

    EndSession(Desk desk, ConsentDesk consents, Onlookers onlookers) {
        this.desk = desk;
        this.consents = consents;
        this.onlookers = onlookers;
    }

    Either<KycFailure, Progress> cancel(SessionId id) {
        return Insistence.on(() ->
                desk.find(id).flatMap(Expect::live).flatMap(live -> ended(live, live.end(EndReason.CANCELLED))));
    }

    /** Takes the consent back. The ledger comes first, so that no further call is made whatever becomes of the session. */
    Either<KycFailure, Progress> withdraw(SessionId id) {
        return Insistence.on(() ->
                desk.find(id).flatMap(session -> withdrawn(session).flatMap(consent -> forget(session))));
    }

    private Either<KycFailure, Consent> withdrawn(KycSession session) {
        return consents.read(session.dossier().consent()).flatMap(found -> {
            if (found.consent() instanceof Consent.Withdrawn withdrawn) {
                return Either.right(withdrawn);
            }
            if (found.consent() instanceof Consent.Given given) {
                return consents.append(new ConsentEvent.WasWithdrawn(given.id(), desk.now()), found.position())
                        .peek(event -> onlookers.tell(Events.withdrawn(session, event.at())))
                        .map(event -> given.withdraw(event.at()));
            }
            if (found.consent() instanceof Consent.Expired expired) {
                return consents.append(new ConsentEvent.WasWithdrawn(expired.id(), desk.now()), found.position())
                        .peek(event -> onlookers.tell(Events.withdrawn(session, event.at())))
                        .map(event -> expired.withdraw(event.at()));
            }
            return Either.left(new ConsentRejection.Missing());
        });
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

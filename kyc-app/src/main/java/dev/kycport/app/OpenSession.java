package dev.kycport.app;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.Dossier;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Opens a session: the question for consent goes on record, then the session that waits for its answer. */
final class OpenSession {

    private final Desk desk;
    private final ConsentDesk consents;

    OpenSession(Desk desk, ConsentDesk consents) {
        this.desk = desk;
        this.consents = consents;
    }

    Either<KycFailure, Progress> open(SessionRequest request) {
        return desk.directory()
                .candidates(request.flow(), request.provider())
                .<KycFailure>mapLeft(no -> no)
                .flatMap(providers -> open(request, providers));
    }

    private Either<KycFailure, Progress> open(SessionRequest request, List<ProviderId> providers) {
        ConsentId consent = ConsentId.of(desk.random(SessionId.BYTES));
        KycSession.Opened session = KycSession.open(dossier(request, providers.get(0), consent));
        ConsentEvent asked =
                new ConsentEvent.WasAsked(consent, session.dossier().openedAt(), terms(request, providers));
        return consents.append(asked, 0)
                .flatMap(onRecord -> desk.open(session))
                .map(opened -> new Progress(opened, Optional.empty()));
    }

    private Dossier dossier(SessionRequest request, ProviderId provider, ConsentId consent) {
        Instant now = desk.now();
        return new Dossier(
                SessionId.of(desk.random(SessionId.BYTES)),
                request.flow(),
                provider,
                request.subject(),
                consent,
                request.purpose(),
                now,
                now.plus(desk.directory().policies(provider).session().life()),
                0);
    }

    private static ConsentTerms terms(SessionRequest request, List<ProviderId> providers) {
        return new ConsentTerms(
                request.notice(), request.purpose(), request.dataItems(), new HashSet<>(providers), request.subject());
    }
}

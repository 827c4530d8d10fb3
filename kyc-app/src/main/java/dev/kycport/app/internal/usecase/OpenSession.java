package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.consent.ConsentService;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.SessionRequest;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionHeader;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Opens a session: the question for consent goes on record, then the session that waits for its answer. */
public final class OpenSession {

    private final SessionRepository sessionRepository;
    private final ConsentService consents;

    public OpenSession(SessionRepository sessionRepository, ConsentService consents) {
        this.sessionRepository = sessionRepository;
        this.consents = consents;
    }

    public Either<KycFailure, StepResult> open(SessionRequest request) {
        return sessionRepository
                .directory()
                .candidates(request.flow(), request.provider())
                .flatMap(providers -> open(request, providers));
    }

    private Either<KycFailure, StepResult> open(SessionRequest request, List<ProviderId> providers) {
        ConsentId consent = ConsentId.of(sessionRepository.randomBytes(SessionId.BYTES));
        KycSession.Opened session = KycSession.open(dossier(request, providers.get(0), consent));
        ConsentEvent asked = new ConsentEvent.WasAsked(consent, session.header().openedAt(), terms(request, providers));
        return consents.append(asked, 0)
                .flatMap(onRecord -> sessionRepository.create(session))
                .map(opened -> new StepResult(opened, Optional.empty()));
    }

    private SessionHeader dossier(SessionRequest request, ProviderId provider, ConsentId consent) {
        Instant now = sessionRepository.now();
        return new SessionHeader(
                SessionId.of(sessionRepository.randomBytes(SessionId.BYTES)),
                request.flow(),
                provider,
                request.subject(),
                consent,
                request.purpose(),
                now,
                now.plus(sessionRepository
                        .directory()
                        .policies(provider)
                        .session()
                        .life()),
                0);
    }

    private static ConsentTerms terms(SessionRequest request, List<ProviderId> providers) {
        return new ConsentTerms(
                request.notice(), request.purpose(), request.dataItems(), new HashSet<>(providers), request.subject());
    }
}

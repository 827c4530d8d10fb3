package dev.kycport.app.internal.usecase;

import dev.kycport.app.internal.consent.ConsentService;
import dev.kycport.app.internal.provider.ProviderDirectory;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.KycEnvironment;
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
import java.util.List;
import java.util.Set;

/** Opens a session: records the request for consent, then stores the session that waits for the answer. */
public final class OpenSession {

    private final SessionRepository sessions;
    private final ConsentService consents;
    private final ProviderDirectory providers;
    private final KycEnvironment environment;

    public OpenSession(
            SessionRepository sessions,
            ConsentService consents,
            ProviderDirectory providers,
            KycEnvironment environment) {
        this.sessions = sessions;
        this.consents = consents;
        this.providers = providers;
        this.environment = environment;
    }

    public Either<KycFailure, StepResult> open(SessionRequest request) {
        return providers
                .candidates(request.flow(), request.provider())
                .flatMap(candidates -> open(request, candidates));
    }

    private Either<KycFailure, StepResult> open(SessionRequest request, List<ProviderId> candidates) {
        KycSession.Opened session = KycSession.open(header(request, candidates.get(0)));
        ConsentEvent asked = new ConsentEvent.WasAsked(
                session.header().consent(), session.header().openedAt(), terms(request, candidates));
        return consents.append(asked, 0).flatMap(recorded -> sessions.create(session));
    }

    private SessionHeader header(SessionRequest request, ProviderId provider) {
        Instant now = environment.now();
        ConsentId consent = ConsentId.of(randomId());
        return new SessionHeader(
                SessionId.of(randomId()),
                request.flow(),
                provider,
                request.subject(),
                consent,
                request.purpose(),
                now,
                now.plus(providers.policies(provider).session().life()),
                0);
    }

    private byte[] randomId() {
        return environment.randomness().apply(SessionId.BYTES);
    }

    private static ConsentTerms terms(SessionRequest request, List<ProviderId> candidates) {
        return new ConsentTerms(
                request.notice(), request.purpose(), request.dataItems(), Set.copyOf(candidates), request.subject());
    }
}

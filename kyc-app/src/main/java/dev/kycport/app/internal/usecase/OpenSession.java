package dev.kycport.app.internal.usecase;

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
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionHeader;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Opens a session: stores the request for consent and the session that waits for the answer. */
public final class OpenSession {

    // As hard to guess as a session's id: at least 128 bits, if they are random.
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{22,64}");

    private final SessionRepository sessions;
    private final ProviderDirectory providers;
    private final KycEnvironment environment;

    public OpenSession(SessionRepository sessions, ProviderDirectory providers, KycEnvironment environment) {
        this.sessions = sessions;
        this.providers = providers;
        this.environment = environment;
    }

    public Either<KycFailure, StepResult> open(SessionRequest request) {
        return open(request, SessionId.of(randomId()));
    }

    /** Opens the session of a key, or finds the one that was opened under it. */
    public Either<KycFailure, StepResult> open(SessionRequest request, @Nullable String idempotencyKey) {
        return parse(idempotencyKey).flatMap(key -> {
            SessionId id = SessionId.ofKey(key);
            Either<KycFailure, StepResult> result = sessions.find(id).map(StepResult::of);
            if (result.isLeft() && result.getLeft() instanceof SessionRejection.Unknown) {
                result = open(request, id);
            }
            // Another node, or the same click twice, was faster.
            if (result.isLeft() && result.getLeft() instanceof SessionRejection.Busy) {
                result = sessions.find(id).map(StepResult::of);
            }
            return result.flatMap(step -> step.session().header().subject().equals(request.subject())
                            && step.session().header().flow() == request.flow()
                    ? Either.right(step)
                    : Either.left(InputField.IDEMPOTENCY_KEY.reject("was used for another person or flow")));
        });
    }

    private Either<KycFailure, StepResult> open(SessionRequest request, SessionId id) {
        return providers
                .candidates(request.flow(), request.provider())
                .flatMap(candidates -> open(request, id, candidates));
    }

    private static Either<KycFailure, String> parse(@Nullable String key) {
        return key != null && KEY.matcher(key).matches()
                ? Either.right(key)
                : Either.left(InputField.IDEMPOTENCY_KEY.reject(
                        "must be 22 to 64 letters, digits, hyphens and underscores, such as a random UUID"));
    }

    private Either<KycFailure, StepResult> open(SessionRequest request, SessionId id, List<ProviderId> candidates) {
        KycSession.Opened session = KycSession.open(header(request, id, candidates.get(0)));
        ConsentEvent.WasAsked asked = new ConsentEvent.WasAsked(
                session.header().consent(), session.header().openedAt(), terms(request, candidates));
        return sessions.create(session, asked);
    }

    private SessionHeader header(SessionRequest request, SessionId id, ProviderId provider) {
        Instant now = environment.now();
        ConsentId consent = ConsentId.of(randomId());
        return new SessionHeader(
                id,
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

package dev.kycport.app.internal.call;

import dev.kycport.app.internal.consent.ConsentService;
import dev.kycport.app.internal.provider.ProviderDirectory;
import dev.kycport.app.internal.session.AuditEntries;
import dev.kycport.app.internal.session.RequireState;
import dev.kycport.app.internal.session.SessionRepository;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.StepResult;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.ConsentRejection;
import dev.kycport.domain.failure.FlowRejection;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.RetryAdvice;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Starts a flow at the session's provider and moves on along the route, but only after a failure that proves that nothing was
 * sent, and only to providers that the consent names. An exhausted route goes back to its first provider, so that the next
 * start begins there.
 */
public final class Failover {

    private final SessionRepository sessions;
    private final ConsentService consents;
    private final ProviderDirectory providers;
    private final KycEnvironment environment;

    public Failover(
            SessionRepository sessions,
            ConsentService consents,
            ProviderDirectory providers,
            KycEnvironment environment) {
        this.sessions = sessions;
        this.consents = consents;
        this.providers = providers;
        this.environment = environment;
    }

    /** Takes the first step of a flow. */
    public Either<KycFailure, StepResult> start(SessionId id, FlowStart flow) {
        return sessions.find(id).flatMap(RequireState::consented).flatMap(session -> start(session, flow, List.of()));
    }

    private Either<KycFailure, StepResult> start(
            KycSession.Consented session, FlowStart flow, List<KycFailure> earlier) {
        return flow.start(session)
                .fold(failure -> handleFailure(session.id(), flow, append(earlier, failure)), Either::right);
    }

    // If the session has changed meanwhile, another step owns it.
    private Either<KycFailure, StepResult> handleFailure(SessionId id, FlowStart flow, List<KycFailure> failures) {
        return isProviderSpecific(last(failures))
                ? sessions.find(id)
                        .flatMap(RequireState::consented)
                        .fold(
                                changed -> Either.left(last(failures)),
                                session -> tryNextProvider(session, flow, failures))
                : Either.left(last(failures));
    }

    private Either<KycFailure, StepResult> tryNextProvider(
            KycSession.Consented session, FlowStart flow, List<KycFailure> failures) {
        ProviderId provider = session.header().provider();
        List<ProviderId> route = providers.route(session.header().flow());
        int position = route.indexOf(provider);
        // This route does not move a session that started elsewhere, unless its provider is gone.
        if (position < 0 && providers.find(provider).isPresent()) {
            return Either.left(last(failures));
        }
        return route.stream()
                .skip(position + 1)
                .filter(next -> provesNothingSent(last(failures)))
                .filter(next -> isSupported(next, flow))
                .filter(next -> isCovered(session, next, flow))
                .findFirst()
                .flatMap(next -> failOver(session, next, last(failures)))
                .map(next -> start(next, flow, failures))
                .orElseGet(() -> Either.left(exhausted(session, route, flow, failures)));
    }

    private KycFailure exhausted(
            KycSession.Consented session, List<ProviderId> route, FlowStart flow, List<KycFailure> failures) {
        route.stream()
                .filter(provider -> isCovered(session, provider, flow))
                .findFirst()
                .filter(first -> !first.equals(session.header().provider()))
                .ifPresent(first -> failOver(session, first, last(failures)));
        List<ProviderId> notNamed = route.stream()
                .filter(provider -> isSupported(provider, flow))
                .filter(provider -> isNotNamedByConsent(session, provider, flow))
                .toList();
        return last(failures) instanceof ProviderFailure failure
                ? nameProviders(failure.withRetryAdvice(earliestRetry(failures)), notNamed)
                : last(failures);
    }

    private static KycFailure nameProviders(ProviderFailure failure, List<ProviderId> notNamed) {
        return notNamed.isEmpty() ? failure : failure.withUncoveredProviders(notNamed);
    }

    // The next start begins at the first provider again, so the earliest retry of all providers counts.
    private static RetryAdvice earliestRetry(List<KycFailure> failures) {
        return failures.stream()
                .filter(ProviderFailure.class::isInstance)
                .map(KycFailure::retryAdvice)
                .reduce(RetryAdvice.NEVER, RetryAdvice::sooner);
    }

    // A provider that takes no virtual id, or no longer offers the flow, was not asked.
    private static boolean provesNothingSent(KycFailure failure) {
        return failure instanceof ProviderFailure provider ? provider.provesNothingSent() : isProviderSpecific(failure);
    }

    private static boolean isProviderSpecific(KycFailure failure) {
        return failure instanceof ProviderFailure
                || failure instanceof InputRejection
                || failure instanceof FlowRejection;
    }

    private static List<KycFailure> append(List<KycFailure> failures, KycFailure failure) {
        return Stream.concat(failures.stream(), Stream.of(failure)).toList();
    }

    private static KycFailure last(List<KycFailure> failures) {
        return failures.get(failures.size() - 1);
    }

    private boolean isSupported(ProviderId provider, FlowStart flow) {
        return providers.find(provider).filter(flow::isSupportedBy).isPresent();
    }

    private boolean isCovered(KycSession.Consented session, ProviderId provider, FlowStart flow) {
        return consents.covers(session.failOverTo(provider), flow.firstCall()).isRight();
    }

    // Once the consent has expired or is withdrawn, naming other providers would not help.
    private boolean isNotNamedByConsent(KycSession.Consented session, ProviderId provider, FlowStart flow) {
        return consents.covers(session.failOverTo(provider), flow.firstCall())
                .fold(rejection -> rejection instanceof ConsentRejection.NotCovering, covered -> false);
    }

    private Optional<KycSession.Consented> failOver(KycSession.Consented session, ProviderId to, KycFailure because) {
        KycSession.Consented next = session.failOverTo(to);
        return sessions.save(session, next, AuditEntries.failover(session, next, environment.now(), because))
                .fold(busy -> Optional.empty(), Optional::of);
    }
}

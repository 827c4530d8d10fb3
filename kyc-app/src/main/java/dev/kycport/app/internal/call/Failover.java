package dev.kycport.app.internal.call;

import dev.kycport.app.internal.consent.ConsentService;
import dev.kycport.app.internal.session.AuditEntries;
import dev.kycport.app.internal.session.RequireState;
import dev.kycport.app.internal.session.SessionRepository;
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
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Begins a flow at the session's provider or, while it is proven that nobody was sent anything, at a later one of the route that
 * the consent names. Only here may a session change its provider. When no further one is asked it is at the first again, where the
 * next start begins.
 */
public final class Failover {

    private final SessionRepository sessionRepository;
    private final ConsentService consents;

    public Failover(SessionRepository sessionRepository, ConsentService consents) {
        this.sessionRepository = sessionRepository;
        this.consents = consents;
    }

    public Either<KycFailure, StepResult> start(SessionId id, FlowStart flowStart) {
        return sessionRepository
                .find(id)
                .flatMap(RequireState::consented)
                .flatMap(session -> start(session, flowStart, List.of()));
    }

    private Either<KycFailure, StepResult> start(
            KycSession.Consented session, FlowStart flowStart, List<KycFailure> failures) {
        return flowStart
                .start()
                .apply(session)
                .fold(failure -> handleFailure(session.id(), flowStart, append(failures, failure)), Either::right);
    }

    // If the session has moved on meanwhile, it is another step's.
    private Either<KycFailure, StepResult> handleFailure(SessionId id, FlowStart flowStart, List<KycFailure> failures) {
        return isProviderSpecific(last(failures))
                ? sessionRepository
                        .find(id)
                        .flatMap(RequireState::consented)
                        .fold(moved -> Either.left(last(failures)), session -> tryNext(session, flowStart, failures))
                : Either.left(last(failures));
    }

    private Either<KycFailure, StepResult> tryNext(
            KycSession.Consented session, FlowStart flowStart, List<KycFailure> failures) {
        ProviderId provider = session.header().provider();
        List<ProviderId> route =
                sessionRepository.directory().route(session.header().flow());
        int at = route.indexOf(provider);
        // A session that began elsewhere is not for this route to move, unless nobody is there any more.
        if (at < 0 && sessionRepository.directory().find(provider).isPresent()) {
            return Either.left(last(failures));
        }
        return route.stream()
                .skip(at + 1)
                .filter(next -> provesNothingSent(last(failures)))
                .filter(isSupportedBy(flowStart))
                .filter(isCoveredBy(session, flowStart))
                .findFirst()
                .flatMap(next -> failOver(session, next, last(failures)))
                .map(next -> start(next, flowStart, failures))
                .orElseGet(() -> Either.left(reportExhausted(session, route, flowStart, failures)));
    }

    private KycFailure reportExhausted(
            KycSession.Consented session, List<ProviderId> route, FlowStart flowStart, List<KycFailure> failures) {
        route.stream()
                .filter(isCoveredBy(session, flowStart))
                .findFirst()
                .filter(first -> !first.equals(session.header().provider()))
                .ifPresent(first -> failOver(session, first, last(failures)));
        List<ProviderId> remaining = route.stream()
                .filter(isSupportedBy(flowStart))
                .filter(isNotCovered(session, flowStart))
                .toList();
        return last(failures) instanceof ProviderFailure failure
                ? withRemaining(failure.withRetryAdvice(earliestRetry(failures)), remaining)
                : last(failures);
    }

    private static KycFailure withRemaining(ProviderFailure failure, List<ProviderId> remaining) {
        return remaining.isEmpty() ? failure : failure.withUncoveredProviders(remaining);
    }

    // The next start begins at the first again, so whoever helps soonest is worth waiting for.
    private static RetryAdvice earliestRetry(List<KycFailure> failures) {
        return failures.stream()
                .filter(ProviderFailure.class::isInstance)
                .map(KycFailure::retryAdvice)
                .reduce(RetryAdvice.NEVER, RetryAdvice::sooner);
    }

    // Of a provider that takes no virtual id, or has lost the flow, nothing was asked.
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

    private Predicate<ProviderId> isSupportedBy(FlowStart flowStart) {
        return provider -> sessionRepository
                .directory()
                .find(provider)
                .filter(flowStart.isSupported())
                .isPresent();
    }

    private Predicate<ProviderId> isCoveredBy(KycSession.Consented session, FlowStart flowStart) {
        return provider ->
                consents.covers(session.failOverTo(provider), flowStart.call()).isRight();
    }

    // Where the consent is over altogether, it would not help to name anybody.
    private Predicate<ProviderId> isNotCovered(KycSession.Consented session, FlowStart flowStart) {
        return provider -> consents.covers(session.failOverTo(provider), flowStart.call())
                .fold(no -> no instanceof ConsentRejection.NotCovering, covered -> false);
    }

    private Optional<KycSession.Consented> failOver(KycSession.Consented session, ProviderId to, KycFailure because) {
        KycSession.Consented next = session.failOverTo(to);
        return sessionRepository
                .save(session, next, AuditEntries.failover(session, next, sessionRepository.now(), because))
                .fold(busy -> Optional.empty(), Optional::of);
    }
}

package dev.kycport.app;

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
final class Failover {

    private final Desk desk;
    private final ConsentDesk consents;

    Failover(Desk desk, ConsentDesk consents) {
        this.desk = desk;
        this.consents = consents;
    }

    Either<KycFailure, Progress> begin(SessionId id, Beginning how) {
        return desk.find(id).flatMap(Expect::consented).flatMap(session -> begin(session, how, List.of()));
    }

    private Either<KycFailure, Progress> begin(KycSession.Consented session, Beginning how, List<KycFailure> before) {
        return how.step()
                .apply(session)
                .fold(failure -> failed(session.id(), how, with(before, failure)), Either::right);
    }

    // If the session has moved on meanwhile, it is another step's.
    private Either<KycFailure, Progress> failed(SessionId id, Beginning how, List<KycFailure> met) {
        return isOfProvider(last(met))
                ? desk.find(id)
                        .flatMap(Expect::consented)
                        .fold(moved -> Either.left(last(met)), session -> further(session, how, met))
                : Either.left(last(met));
    }

    private Either<KycFailure, Progress> further(KycSession.Consented session, Beginning how, List<KycFailure> met) {
        ProviderId provider = session.dossier().provider();
        List<ProviderId> route = desk.directory().route(session.dossier().flow());
        int at = route.indexOf(provider);
        // A session that began elsewhere is not for this route to move, unless nobody is there any more.
        if (at < 0 && desk.directory().find(provider).isPresent()) {
            return Either.left(last(met));
        }
        return route.stream()
                .skip(at + 1)
                .filter(next -> provesNothingSent(last(met)))
                .filter(takes(how))
                .filter(covered(session, how))
                .findFirst()
                .flatMap(next -> hop(session, next, last(met)))
                .map(next -> begin(next, how, met))
                .orElseGet(() -> Either.left(exhausted(session, route, how, met)));
    }

    private KycFailure exhausted(
            KycSession.Consented session, List<ProviderId> route, Beginning how, List<KycFailure> met) {
        route.stream()
                .filter(covered(session, how))
                .findFirst()
                .filter(first -> !first.equals(session.dossier().provider()))
                .ifPresent(first -> hop(session, first, last(met)));
        List<ProviderId> remaining =
                route.stream().filter(takes(how)).filter(unnamed(session, how)).toList();
        return last(met) instanceof ProviderFailure failure
                ? told(failure.advising(soonest(met)), remaining)
                : last(met);
    }

    private static KycFailure told(ProviderFailure failure, List<ProviderId> remaining) {
        return remaining.isEmpty() ? failure : new ProviderFailure.Confined(failure, remaining);
    }

    // The next start begins at the first again, so whoever helps soonest is worth waiting for.
    private static RetryAdvice soonest(List<KycFailure> met) {
        return met.stream()
                .filter(ProviderFailure.class::isInstance)
                .map(KycFailure::retry)
                .reduce(RetryAdvice.NEVER, RetryAdvice::sooner);
    }

    // Of a provider that takes no virtual id, or has lost the flow, nothing was asked.
    private static boolean provesNothingSent(KycFailure failure) {
        return failure instanceof ProviderFailure provider ? provider.provesNothingSent() : isOfProvider(failure);
    }

    private static boolean isOfProvider(KycFailure failure) {
        return failure instanceof ProviderFailure
                || failure instanceof InputRejection
                || failure instanceof FlowRejection;
    }

    private static List<KycFailure> with(List<KycFailure> before, KycFailure failure) {
        return Stream.concat(before.stream(), Stream.of(failure)).toList();
    }

    private static KycFailure last(List<KycFailure> met) {
        return met.get(met.size() - 1);
    }

    private Predicate<ProviderId> takes(Beginning how) {
        return provider -> desk.directory().find(provider).filter(how.takes()).isPresent();
    }

    private Predicate<ProviderId> covered(KycSession.Consented session, Beginning how) {
        return provider ->
                consents.covers(session.reroute(provider), how.call()).isRight();
    }

    // Where the consent is over altogether, it would not help to name anybody.
    private Predicate<ProviderId> unnamed(KycSession.Consented session, Beginning how) {
        return provider -> consents.covers(session.reroute(provider), how.call())
                .fold(no -> no instanceof ConsentRejection.NotCovering, covered -> false);
    }

    private Optional<KycSession.Consented> hop(KycSession.Consented session, ProviderId to, KycFailure because) {
        KycSession.Consented next = session.reroute(to);
        return desk.save(session, next, Entries.hop(session, next, desk.now(), because))
                .fold(busy -> Optional.empty(), Optional::of);
    }
}

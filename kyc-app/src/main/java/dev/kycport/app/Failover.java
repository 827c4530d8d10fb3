package dev.kycport.app;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.ConsentRejection;
import dev.kycport.domain.failure.FlowRejection;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.session.KycSession;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Begins a flow at the session's provider or, while it is proven that nobody was sent anything, at a later one of the route that
 * the consent names. Only here may a session change its provider. When all have failed it is at the first again, where the next
 * start begins.
 */
final class Failover {

    private final Desk desk;
    private final ConsentDesk consents;

    Failover(Desk desk, ConsentDesk consents) {
        this.desk = desk;
        this.consents = consents;
    }

    Either<KycFailure, Progress> begin(SessionId id, Beginning how) {
        return desk.find(id).flatMap(Expect::consented).flatMap(session -> begin(session, how));
    }

    private Either<KycFailure, Progress> begin(KycSession.Consented session, Beginning how) {
        Either<KycFailure, Progress> result = how.step().apply(session);
        return result.isLeft() && provesNothingSent(result.getLeft())
                ? further(session.id(), how, result.getLeft())
                : result;
    }

    // Of a provider that takes no virtual id, or has lost the flow, nothing was asked.
    private static boolean provesNothingSent(KycFailure failure) {
        return failure instanceof ProviderFailure provider
                ? provider.provesNothingSent()
                : failure instanceof InputRejection || failure instanceof FlowRejection;
    }

    // If the session has moved on meanwhile, it is another step's.
    private Either<KycFailure, Progress> further(SessionId id, Beginning how, KycFailure because) {
        return desk.find(id)
                .flatMap(Expect::consented)
                .fold(moved -> Either.left(because), session -> further(session, how, because));
    }

    private Either<KycFailure, Progress> further(KycSession.Consented session, Beginning how, KycFailure because) {
        List<ProviderId> route = desk.directory().route(session.dossier().flow());
        int at = route.indexOf(session.dossier().provider());
        // A session that began elsewhere is not for this route to move.
        return at < 0
                ? Either.left(because)
                : route.stream()
                        .skip(at + 1)
                        .filter(takes(how))
                        .filter(covered(session, how))
                        .findFirst()
                        .flatMap(next -> hop(session, next, because))
                        .map(next -> begin(next, how))
                        .orElseGet(() -> Either.left(exhausted(session, route, how, because)));
    }

    private KycFailure exhausted(
            KycSession.Consented session, List<ProviderId> route, Beginning how, KycFailure because) {
        route.stream()
                .filter(covered(session, how))
                .findFirst()
                .filter(first -> !first.equals(session.dossier().provider()))
                .ifPresent(first -> hop(session, first, because));
        List<ProviderId> remaining =
                route.stream().filter(takes(how)).filter(unnamed(session, how)).toList();
        return because instanceof ProviderFailure failure && !remaining.isEmpty()
                ? new ProviderFailure.Confined(failure, remaining)
                : because;
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

package dev.kycport.app;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.Field;
import dev.kycport.domain.failure.FlowRejection;
import dev.kycport.domain.failure.Rejection;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.Policies;
import dev.kycport.ports.KycProvider;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which providers there are, by which rules they run, and in which order each flow tries them.
 *
 * @param providers every configured provider; one that is in no route still serves its old sessions
 * @param policies where the configuration overrides a provider's own
 * @param routes for each flow the providers of new sessions, the first choice first
 */
record ProviderDirectory(
        Map<ProviderId, KycProvider> providers,
        Map<ProviderId, Policies> policies,
        Map<Flow, List<ProviderId>> routes) {

    private static final Duration PATIENCE_WITH_THE_UNKNOWN = Duration.ofMinutes(2);

    ProviderDirectory {
        providers = Map.copyOf(providers);
        policies = Map.copyOf(policies);
        routes = routes.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, route -> List.copyOf(route.getValue())));
    }

    /** The providers a new session of this flow may be served by, the first choice first. */
    Either<Rejection, List<ProviderId>> candidates(Flow flow, Optional<ProviderId> only) {
        return only.<Either<Rejection, List<ProviderId>>>map(id -> only(flow, id))
                .orElseGet(() -> route(flow).isEmpty() ? Either.left(unsupported(flow)) : Either.right(route(flow)));
    }

    /** The providers of new sessions of that flow, the first choice first; empty if there are none. */
    List<ProviderId> route(Flow flow) {
        return routes.getOrDefault(flow, List.of());
    }

    /** The session's provider's gateway; Left if the provider is gone or has lost the flow. */
    <G> Either<Rejection, G> gateway(KycSession session, Function<KycProvider, Optional<G>> which) {
        return Optional.ofNullable(providers.get(session.dossier().provider()))
                .flatMap(which)
                .<Either<Rejection, G>>map(Either::right)
                .orElseGet(() -> Either.left(unsupported(session.dossier().flow())));
    }

    /** The rules of the session's provider. */
    Policies policies(ProviderId provider) {
        return policies.getOrDefault(
                provider, find(provider).map(KycProvider::policies).orElse(Policies.USUAL));
    }

    /** How long a call for that session can take at most. */
    Duration patience(ProviderId provider) {
        return find(provider).map(KycProvider::patience).orElse(PATIENCE_WITH_THE_UNKNOWN);
    }

    /** How long a call of any provider can take at most. */
    Duration longestPatience() {
        return providers.values().stream()
                .map(KycProvider::patience)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    Optional<KycProvider> find(ProviderId provider) {
        return Optional.ofNullable(providers.get(provider));
    }

    /** The flows that have a route with a provider which has not lost them. */
    Set<Flow> flows() {
        Set<Flow> flows = EnumSet.noneOf(Flow.class);
        routes.forEach((flow, route) -> {
            if (route.stream()
                    .map(providers::get)
                    .anyMatch(provider -> provider.flows().contains(flow))) {
                flows.add(flow);
            }
        });
        return flows;
    }

    private Either<Rejection, List<ProviderId>> only(Flow flow, ProviderId id) {
        if (!providers.containsKey(id)) {
            return Either.left(Field.PROVIDER.because("is not configured"));
        }
        return providers.get(id).flows().contains(flow) ? Either.right(List.of(id)) : Either.left(unsupported(flow));
    }

    private FlowRejection unsupported(Flow flow) {
        return new FlowRejection(flow, flows());
    }
}

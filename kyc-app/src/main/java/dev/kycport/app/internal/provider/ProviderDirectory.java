package dev.kycport.app.internal.provider;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.FlowRejection;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.Policies;
import dev.kycport.ports.spi.KycProvider;
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
public record ProviderDirectory(
        Map<ProviderId, KycProvider> providers,
        Map<ProviderId, Policies> policies,
        Map<Flow, List<ProviderId>> routes) {

    private static final Duration UNKNOWN_PROVIDER_TIMEOUT = Duration.ofMinutes(2);

    public ProviderDirectory {
        providers = Map.copyOf(providers);
        policies = Map.copyOf(policies);
        routes = routes.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, route -> List.copyOf(route.getValue())));
    }

    /** The providers a new session of this flow may be served by, the first choice first. */
    public Either<KycFailure, List<ProviderId>> candidates(Flow flow, Optional<ProviderId> only) {
        return only.<Either<KycFailure, List<ProviderId>>>map(id -> onlyCandidate(flow, id))
                .orElseGet(() -> route(flow).isEmpty() ? Either.left(unsupported(flow)) : Either.right(route(flow)));
    }

    /** The providers of new sessions of that flow, the first choice first; empty if there are none. */
    public List<ProviderId> route(Flow flow) {
        return routes.getOrDefault(flow, List.of());
    }

    /** The session's provider's gateway; Left if the provider is gone or has lost the flow. */
    public <G> Either<KycFailure, G> gateway(KycSession session, Function<KycProvider, Optional<G>> gateway) {
        return Optional.ofNullable(providers.get(session.header().provider()))
                .flatMap(gateway)
                .<Either<KycFailure, G>>map(Either::right)
                .orElseGet(() -> Either.left(unsupported(session.header().flow())));
    }

    /** The rules of the session's provider. */
    public Policies policies(ProviderId provider) {
        return policies.getOrDefault(
                provider, find(provider).map(KycProvider::policies).orElse(Policies.DEFAULT));
    }

    /** How long a call for that session can take at most. */
    public Duration callTimeout(ProviderId provider) {
        return find(provider).map(KycProvider::callTimeout).orElse(UNKNOWN_PROVIDER_TIMEOUT);
    }

    /** How long a call of any provider can take at most. */
    public Duration longestCallTimeout() {
        return providers.values().stream()
                .map(KycProvider::callTimeout)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    public Optional<KycProvider> find(ProviderId provider) {
        return Optional.ofNullable(providers.get(provider));
    }

    /** The flows that have a route with a provider which has not lost them. */
    public Set<Flow> flows() {
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

    private Either<KycFailure, List<ProviderId>> onlyCandidate(Flow flow, ProviderId id) {
        if (!providers.containsKey(id)) {
            return Either.left(InputField.PROVIDER.reject("is not configured"));
        }
        return providers.get(id).flows().contains(flow) ? Either.right(List.of(id)) : Either.left(unsupported(flow));
    }

    private FlowRejection unsupported(Flow flow) {
        return new FlowRejection(flow, flows());
    }
}

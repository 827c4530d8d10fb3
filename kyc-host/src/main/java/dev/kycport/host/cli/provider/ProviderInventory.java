package dev.kycport.host.cli.provider;

import dev.kycport.app.runtime.SystemEnvironment;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.host.cli.context.CliConfiguration;
import dev.kycport.ports.observe.ProviderHealth;
import dev.kycport.ports.spi.GuardedProvider;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.spi.ProviderFactory;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Collects the installed providers with their routes, health and reachability. Opens no store and calls no provider. */
public final class ProviderInventory {

    private final CliConfiguration configuration;
    private final InstantSource clock = SystemEnvironment.create().clock();
    private final List<KycProvider> configured;
    private final Map<ProviderId, CompletableFuture<Reachability>> probes = new HashMap<>();

    public ProviderInventory(CliConfiguration configuration, boolean check) {
        this.configuration = configuration;
        this.configured = configuration.config().createProviders(clock);
        if (check) {
            probe(ReachabilityProbe.withDefaults());
        }
    }

    public List<ProviderRow> rows() {
        return configuration.plugins().providers().stream().map(this::row).toList();
    }

    private ProviderRow row(ProviderFactory factory) {
        Optional<KycProvider> provider = configured.stream()
                .filter(candidate -> candidate.id().equals(factory.id()))
                .findFirst();
        return new ProviderRow(
                factory.id().value(),
                provider.orElseGet(() -> factory.create(new DummySettings(), clock))
                        .flows(),
                routes(factory.id()),
                provider.isPresent(),
                factory.isDevelopmentOnly(),
                provider.isPresent() ? List.of() : configuration.requiredSettings(factory),
                provider.flatMap(ProviderInventory::health),
                Optional.ofNullable(probes.get(factory.id())).map(CompletableFuture::join));
    }

    // Starts all probes before waiting for one.
    private void probe(ReachabilityProbe reachabilityProbe) {
        configured.forEach(provider -> provider.endpoint()
                .ifPresent(endpoint -> probes.put(provider.id(), reachabilityProbe.probe(endpoint))));
    }

    private static Optional<ProviderHealth> health(KycProvider provider) {
        return provider instanceof GuardedProvider guarded ? Optional.of(guarded.health()) : Optional.empty();
    }

    private Map<Flow, Integer> routes(ProviderId id) {
        Map<Flow, Integer> places = new EnumMap<>(Flow.class);
        for (Flow flow : Flow.values()) {
            int at = route(flow).indexOf(id);
            if (at >= 0) {
                places.put(flow, at + 1);
            }
        }
        return places;
    }

    // Without configured routes, every provider is in the routes of its flows.
    private List<ProviderId> route(Flow flow) {
        Map<Flow, List<ProviderId>> routes = configuration.config().routes();
        return routes.isEmpty()
                ? configured.stream()
                        .filter(provider -> provider.flows().contains(flow))
                        .map(KycProvider::id)
                        .toList()
                : routes.getOrDefault(flow, List.of());
    }
}
